import type { Locale } from "./i18n/locales";

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
  return isOurs && !wanted.includes("//") ? wanted : path(locale, "/home");
}
