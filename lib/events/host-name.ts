import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { organisationName } from "@/lib/organisations/organisation-name";
import type { Host } from "./queries";

type Named = Pick<Host, "name" | "slug" | "originalLocale">;

/** What an organisation that holds an event is called, with its language where it is not the page's, as far as the reader may know. */
export function hostName({ name, slug, originalLocale }: Named, locale: Locale) {
  if (!name || !slug) return { text: getTranslator(locale, "events")("hosts.hidden") };
  const { text, lang } = organisationName({ name, slug, originalLocale }, locale);
  return { text, ...(lang !== locale && { lang: LANGUAGE_TAG[lang] }) };
}
