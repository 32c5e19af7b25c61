import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LIMIT_VALUES, type PageValues } from "./page-values";

/** What the settings and the limits are today, in words of a language. The club publishes where the operator names nobody else. */
export function pageValues(locale: Locale): PageValues {
  const { CLUB_CONTACT, CLUB_PUBLISHER, CLUB_ADDRESS, CLUB_HOST, CLUB_DUES_KEEP_YEARS } = env();
  const t = getTranslator(locale, "pages");
  const unset = getTranslator(locale, "clubPages")("values.unset");
  const club = clubName(locale);
  const publisher = CLUB_PUBLISHER ?? club;
  const address = CLUB_ADDRESS ?? "none";
  const isHere = CLUB_HOST ? "no" : "yes";
  return {
    ...LIMIT_VALUES,
    contact: CLUB_CONTACT,
    club,
    publisher,
    address: CLUB_ADDRESS ?? unset,
    host: CLUB_HOST ?? unset,
    hosting: t("legal.hosting", { isHere, host: CLUB_HOST ?? "" }),
    controller: t("privacy.controller", { publisher, address }),
    duesYears: t("privacy.duesYears", { years: Number(CLUB_DUES_KEEP_YEARS) }),
  };
}
