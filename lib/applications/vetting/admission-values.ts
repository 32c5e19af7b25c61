import { isReference } from "@/db/reference/lists";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, languageOfName, pickText } from "@/lib/core/i18n/localized-text";
import { readPhone } from "@/lib/core/text/phone-numbers";
import { readWebsite } from "@/lib/core/text/website";
import { usualNameOrder } from "@/lib/members/person-name";
import { placeList } from "@/lib/organisations/place-label";
import { numberOf } from "@/lib/organisations/registration-rules";
import type { ApplicationAnswers } from "../answers";
import { readNumber } from "../organisation-facts";

type Applied = { locale: Locale; answers: ApplicationAnswers };

/** What the profile of a new member begins with: their own words, in the language of the application. */
export function profileOf({ locale, answers }: Applied, now = new Date()) {
  const nameOrder = answers.nameOrder ?? usualNameOrder(locale);
  return {
    familyName: answers.familyName ?? "",
    givenName: answers.givenName ?? "",
    nameOrder,
    nameZh: answers.nameZh || null,
    jobTitle: answers.jobTitle ?? {},
    bio: {},
    offers: inLanguage(answers.contribution, locale),
    needs: inLanguage(answers.expectations, locale),
    languages: answers.languages ?? [],
    sectors: answers.sectors ?? [],
    cities: (answers.cities ?? []).filter((slug) => isReference("cities", slug)),
    category: answers.category ?? "active",
    originalLocale: locale,
    joinedOn: today(now),
  };
}

/** What a new member can be reached by; each is seen by those the profile's defaults allow. */
export function contactsOf({ email, answers }: { email: string; answers: ApplicationAnswers }) {
  const { phone, wechat } = answers;
  return { email, phone: readPhone(phone ?? "") || phone || null, wechat: wechat || null };
}

/**
 * The organisation's name by language: what is written in Chinese characters is its Chinese name, anything else its
 * name in the language of the application (English where that is Chinese).
 */
export function organisationNameOf({ locale, answers }: Applied): LocalizedText {
  const { legalName = "", chineseName = "" } = answers;
  return {
    ...inLanguage(legalName, languageOfName(legalName, locale)),
    ...inLanguage(chineseName, "zh"),
  };
}

/** The organisation an applicant described, with what they said of it; who sees its page follows from its kind. */
export function organisationOf({ locale, answers }: Applied) {
  const name = organisationNameOf({ locale, answers });
  const { country = "other", organisationKind: kind = "", registrationId = "" } = answers;
  const number = numberOf(country, kind)?.number;
  const { headOffice = "" } = answers;
  return {
    name,
    description: answers.pitch ?? {},
    originalLocale: pickText(name, locale)?.lang ?? locale,
    kind,
    size: answers.headcount ?? null,
    sectors: answers.sectors ?? [],
    country,
    place: placeList(headOffice) ? headOffice : null,
    sites: [],
    founded: null,
    website: readWebsite(answers.website ?? ""),
    siren: number === "siren" ? readNumber("siren", registrationId) : null,
    siret: null,
    vat: null,
    uscc: number === "uscc" ? readNumber("uscc", registrationId) : null,
    parentUscc: null,
  };
}

function inLanguage(text: string | undefined, locale: Locale): LocalizedText {
  return text ? { [locale]: text } : {};
}
