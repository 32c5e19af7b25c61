import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { organisationName } from "@/lib/organisations/organisation-name";
import type { Party } from "./queries";

type Named = Pick<Party, "name" | "slug" | "originalLocale">;

/** What a party is called, with its language where it is not the page's; one that may not be named is an organisation of the club. */
export function partyName({ name, slug, originalLocale }: Named, locale: Locale) {
  if (!name || !slug) return { text: getTranslator(locale, "cooperations")("page.hiddenParty") };
  const { text, lang } = organisationName({ name, slug, originalLocale }, locale);
  return { text, ...(lang !== locale && { lang: LANGUAGE_TAG[lang] }) };
}
