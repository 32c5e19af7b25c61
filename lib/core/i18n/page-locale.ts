import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { preferredLocale } from "./accept-language";
import { isLocale, type Locale } from "./locales";

/** What Next hands to a page: the parts of its address, the language and those named, and what its query asks. */
export type PageProps<Parts extends string = never> = {
  params: Promise<Record<Parts | "locale", string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * The language of a page's address. A mistyped address leads to the one that is meant; a language the portal does not speak is
 * a page that does not exist.
 */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  const sent = await headers();
  const [asked = "/", query] = (sent.get("x-club-path") ?? "/").split("?");
  const given = isLocale(locale) ? inLanguage(locale, asked) : asked;
  const meant = meantAddress(given, sent.get("accept-language"));
  if (meant && meant !== given) redirect(query ? `${meant}?${query}` : meant);
  return isLocale(locale) ? locale : notFound();
}

/** What no address of a page holds: with it begins what stood behind a link in a sentence. */
const BEHIND = /[^a-z0-9/._-]/;

/**
 * Where an address without its query is meant to lead: `/FR/About` → `/fr/about`, `/zh-CN/apply，谢谢` → `/zh/apply`, and without a
 * language to the one that is `wanted` (`Accept-Language`). Null for another language, and for what no reader types.
 */
export function meantAddress(address: string, wanted: string | null): string | null {
  const [typed = ""] = address.toLowerCase().split(BEHIND, 1);
  const [first = "", ...rest] = typed.replace(/\.$/, "").split("/").filter(Boolean);
  const language = /^([a-z]{2})(-[a-z]{2,4})?$/.exec(first)?.[1];
  if (isLocale(language)) return inLanguage(language, `/${rest.join("/")}`);
  if (!/^(?!(?:api|dev)$)[a-z-]{3,}$/.test(first)) return null;
  return inLanguage(preferredLocale(wanted), `/${[first, ...rest].join("/")}`);
}

const inLanguage = (locale: Locale, to: string) => `/${locale}${to === "/" ? "" : to}`;
