import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** The words around the facts of a member's card, in one language. */
export function memberCardCopy(locale: Locale) {
  const t = getTranslator(locale, "members");
  return {
    cities: t("card.cities"),
    languages: t("card.languages"),
  };
}
