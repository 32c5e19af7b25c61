import { countCopy } from "@/lib/core/i18n/choice-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

export type ProfileCopy = ReturnType<typeof profileCopy>;

/** Every word of the profile form, in one language. */
export function profileCopy(locale: Locale) {
  const t = getTranslator(locale, "members");
  return {
    save: t("profile.save"),
    count: countCopy(locale),
    visibleTo: t("profile.visibleTo"),
    nameAlways: t("profile.nameAlways"),
    groups: {
      name: t("profile.groups.name"),
      work: t("profile.groups.work"),
      china: t("profile.groups.china"),
      words: t("profile.groups.words"),
      wordsHint: t("profile.groups.wordsHint"),
      contacts: t("profile.groups.contacts"),
      contactsHint: t("profile.groups.contactsHint"),
    },
    familyName: t("profile.familyName"),
    givenName: t("profile.givenName"),
    nameOrder: t("profile.nameOrder"),
    nameZh: t("profile.nameZh"),
    nameZhHint: t("profile.nameZhHint"),
    originalLocale: t("profile.originalLocale"),
    originalLocaleHint: t("profile.originalLocaleHint"),
    jobTitle: t("profile.jobTitle"),
    organisation: t("profile.organisation"),
    organisationHint: t("profile.organisationHint"),
    organisationNone: t("profile.organisationNone"),
    languages: t("profile.languages"),
    translates: t("profile.translates"),
    translatesHint: t("profile.translatesHint"),
    sectors: t("profile.sectors"),
    cities: t("profile.cities"),
    bio: t("profile.bio"),
    bioHint: t("profile.bioHint"),
    offers: t("profile.offers"),
    offersHint: t("profile.offersHint"),
    needs: t("profile.needs"),
    needsHint: t("profile.needsHint"),
    confirm: t("profile.confirm"),
    confirmHint: t("profile.confirmHint"),
    email: t("profile.email"),
    emailHint: t("profile.emailHint"),
    phone: t("profile.phone"),
    phoneHint: t("profile.phoneHint"),
    wechat: t("profile.wechat"),
  };
}
