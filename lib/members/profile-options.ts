import { VISIBILITIES } from "@/db/enums";
import { groupedOptions, referenceOptions } from "@/db/reference/lists";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { type StaleMarks, staleOptions } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PROFILE_TEXTS } from "./schema";

/** Who may see a field, in words. */
export function levelOptions(locale: Locale) {
  const t = getTranslator(locale, "members");
  return VISIBILITIES.map((value) => ({ value, label: t(`profile.levels.${value}`) }));
}

/** The choices of the profile form; in the long lists what is chosen comes first. */
export function profileOptions(locale: Locale, chosen: { sectors: string[]; cities: string[] }) {
  const t = getTranslator(locale, "members");
  return {
    locales: LANGUAGE_OPTIONS,
    nameOrders: [
      { value: "given-first", label: t("profile.givenFirst") },
      { value: "family-first", label: t("profile.familyFirst") },
    ],
    languages: referenceOptions("languages", locale),
    sectors: groupedOptions("sectors", locale, chosen.sectors),
    cities: referenceOptions("cities", locale, chosen.cities),
  };
}

/** One box for each translation that is older than its original: `bio.en`. */
export function staleMarks(stale: StaleMarks, locale: Locale) {
  const t = getTranslator(locale, "members");
  return staleOptions(PROFILE_TEXTS, stale, (field, language) =>
    t("profile.confirmOne", { field: t(`profile.${field}`), language }),
  );
}
