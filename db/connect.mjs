import postgres from "postgres";

/**
 * The one way to a database: an address as `DATABASE_URL` holds it, and what postgres.js should heed. A folder in
 * `?host=` or in the place of the host (`%2Frun%2Fpostgresql`) is that of a socket, which postgres.js reads from its
 * options alone.
 * @param {string} address
 * @param {postgres.Options<{}>} [options]
 */
export function connect(address, options) {
  const url = new URL(address);
  const named = url.searchParams.get("host") ?? decodeURIComponent(url.hostname);
  const folder = named.startsWith("/") ? named : null;
  url.searchParams.delete("host");
  if (folder) url.hostname = "localhost";
  return postgres(url.href, {
    max: 1,
    fetch_types: false,
    // No planned closing, so that every closed connection is a lost one.
    max_lifetime: null,
    onnotice() {},
    ...(folder && { host: folder }),
    ...options,
  });
}

/**
 * Whether `DATABASE_PREPARE` lets statements be prepared by name: not behind a pooler that hands out a connection for each
 * transaction.
 * @param {string | undefined} setting
 */
export const preparesByName = (setting = "on") => !/^(0|off)$/.test(setting);
