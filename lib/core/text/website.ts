/** Longer than a field takes; reading a host in Chinese costs the square of its length. */
const LONGEST = 400;

/** A web address with its scheme (`example.org` → `https://example.org`), or null when it is none. */
export function readWebsite(text: string): string | null {
  if (text.length > LONGEST) return null;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (/\s/.test(full) || !URL.canParse(full)) return null;
  const { protocol, hostname, username, password } = new URL(full);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && !username && !password && /^[^.].*\.[^.]{2,}$/.test(hostname) ? full : null;
}

/** The same where nobody can read or change on the way what is sent; null for `http:` and whatever is no web address. */
export function readSecureLink(text: string): string | null {
  const address = readWebsite(text);
  return address && new URL(address).protocol === "https:" ? new URL(address).href : null;
}

/** The address as a reader says it: `www.example.org/club`, without scheme and closing slash. */
export function spokenWebsite(website: string): string {
  return website.replace(/^https?:\/\//i, "").replace(/\/$/, "");
}
