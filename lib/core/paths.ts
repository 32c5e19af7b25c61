import { LOCALES, type Locale } from "./i18n/locales";

export type QueryValues = Record<string, string | number | string[] | undefined>;

/** An address of the portal in one language: `path("zh", "/projects?page=2", {q: "茶"})` → `/zh/projects?page=2&q=…`. */
export function path(locale: Locale, to: string, values: QueryValues = {}): string {
  const [address = "", hash] = to.split("#");
  const [pathname = "", search] = address.split("?");
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== "") params.append(key, String(one));
    }
  }
  const query = params.size > 0 ? `?${params}` : "";
  return `/${locale}${pathname === "/" ? "" : pathname}${query}${hash ? `#${hash}` : ""}`;
}

/**
 * A safe place to go back to after signing in: a path of this portal in the given language,
 * else the member's home. Foreign addresses and other schemes are dropped.
 */
export function safeReturnPath(locale: Locale, wanted: string | undefined): string {
  const isOurs =
    wanted !== undefined && new RegExp(`^/${locale}(/[\\w\\-./]*)?(\\?[^\\\\#]*)?$`).test(wanted);
  // What a browser reads is what is looked at: dots lead out of the language.
  const isPlain = isOurs && new URL(wanted, "http://a").pathname === wanted.split("?", 1)[0];
  return isPlain && !wanted.includes("//") ? wanted : path(locale, "/home");
}

/** A sitemap holds 50,000 addresses (sitemaps.org), and a page has one in each language. */
export const SITEMAP_PAGES = Math.floor(50_000 / LOCALES.length);

/** Longer than what all filters of a list say. */
const LONGEST_SEARCH = 1000;

/**
 * The address of a list, with the search that one came from: `cameFrom` is the Referer, which a browser says in full to the
 * portal alone. Whatever else it holds gives the list as it begins.
 */
export function backTo(
  locale: Locale,
  to: string,
  cameFrom: string | null,
  origin: string,
): string {
  const list = path(locale, to);
  const from = cameFrom && URL.canParse(cameFrom) ? new URL(cameFrom) : null;
  if (from?.origin !== origin || from.pathname !== list) return list;
  if (from.search.length > LONGEST_SEARCH) return list;
  const search = from.searchParams;
  for (const told of ["notice", "refused"]) search.delete(told);
  return search.size > 0 ? `${list}?${search}` : list;
}
