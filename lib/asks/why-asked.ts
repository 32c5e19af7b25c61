import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import type { Reason } from "@/lib/matching/matching-score";

/** So many words that both wrote are quoted. */
const QUOTED = 4;

/** Why somebody is asked for an answer, as a sentence that they read. */
export function whyAsked(reason: Reason, locale: Locale): string {
  const t = getTranslator(locale, "asks");
  const city = (slug: string) => referenceLabel("cities", slug, locale);
  if ("shared" in reason) {
    const { words, locale: written } = reason.shared;
    // A word in another language than the reader's explains nothing.
    if (written !== locale) return t("why.trade");
    const quoted = words.slice(0, QUOTED).map((word) => t("why.quoted", { word }));
    return t("why.words", { list: listed(quoted, locale) });
  }
  if (reason.kind === "cities") {
    return t("why.cities", { list: listed(reason.slugs.map(city), locale) });
  }
  if (reason.kind === "activity" && reason.city)
    return t("why.activity", { city: city(reason.city) });
  return t("why.profile");
}
