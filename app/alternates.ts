import "server-only";
import type { Metadata } from "next";
import { env } from "../lib/core/env";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "../lib/core/i18n/locales";
import { path } from "../lib/core/paths";

/** `hreflang` values: languages without a country, since each version serves all its readers. */
const HREFLANG: Record<Locale, string> = { fr: "fr", en: "en", zh: "zh-Hans" };

/** One page's address in every language, with `x-default`; absolute, from `APP_ORIGIN`. */
export function languageAddresses(to: string): Record<string, string> {
  const { APP_ORIGIN } = env();
  const addresses = LOCALES.map((locale) => [HREFLANG[locale], `${APP_ORIGIN}${path(locale, to)}`]);
  const fallback = to === "/" ? "/" : path(DEFAULT_LOCALE, to);
  return Object.fromEntries([...addresses, ["x-default", `${APP_ORIGIN}${fallback}`]]);
}

/** Canonical address and language versions of a page, for `generateMetadata`; `to` is without language. */
export function alternates(locale: Locale, to: string): NonNullable<Metadata["alternates"]> {
  return { canonical: `${env().APP_ORIGIN}${path(locale, to)}`, languages: languageAddresses(to) };
}
