import "server-only";
import { notFound } from "next/navigation";
import { isLocale, type Locale } from "./locales";

/** The language of a page's address; a language the portal does not speak is a page that does not exist. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : notFound();
}
