import { type ReferenceList, referenceLabel } from "@/db/reference/lists";
import type { Tick } from "@/lib/consents/tick";
import { LANGUAGE_TAG, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { spacedNumber } from "@/lib/core/text/registration-numbers";
import { placeLabel } from "@/lib/organisations/place-label";
import type { ApplicationAnswers } from "./answers";
import type { FormStep } from "./form-steps";
import { askedNumber } from "./organisation-facts";

/** One answer in words of the reader's language; `lang` where it is the applicant's own text in a known language. */
export type AnswerWords = { field: keyof ApplicationAnswers; label: string; texts: AnswerText[] };

type AnswerText = { text: string; lang?: string };

type AnswerField = keyof ApplicationAnswers;

const SHOWN: Record<FormStep, readonly AnswerField[]> = {
  identity: ["familyName", "givenName", "nameOrder", "nameZh", "jobTitle", "languages"],
  contact: ["phone", "wechat"],
  organisation: ["country", "organisationKind", "legalName", "chineseName"],
  registration: ["registrationId", "headOffice", "headcount", "website"],
  presentation: ["pitch", "sectors"],
  china: ["activityStage", "activityKinds", "cities"],
  needs: ["expectations", "contribution"],
  references: ["sponsor", "category"],
  charter: ["consents"],
};

/** As the form asks a Chinese reader: the name in characters first. */
const SHOWN_IN_CHINESE: typeof SHOWN = {
  ...SHOWN,
  identity: ["nameZh", "familyName", "givenName", "nameOrder", "jobTitle", "languages"],
  organisation: ["country", "organisationKind", "chineseName", "legalName"],
};

const LISTS: Partial<Record<AnswerField, ReferenceList>> = {
  languages: "languages",
  organisationKind: "organisationKinds",
  headcount: "organisationSizes",
  sectors: "sectors",
  activityStage: "activityStages",
  activityKinds: "activityKinds",
  cities: "cities",
  category: "membershipCategories",
  consents: "consentPurposes",
};

/** The answers of one page, in its order; those that were not asked are left out, empty ones have no texts. */
export function answerWords(
  step: FormStep,
  answers: ApplicationAnswers,
  locale: Locale,
): AnswerWords[] {
  const t = getTranslator(locale, "applications");
  const asked = askedNumber(answers);
  const shown = locale === "zh" ? SHOWN_IN_CHINESE : SHOWN;
  return shown[step].flatMap((field) => {
    if (field === "registrationId" && !asked) return [];
    const label = field === "registrationId" && asked ? asked.number : field;
    return { field, label: t(`fields.${label}`), texts: textsOf(field, answers, locale) };
  });
}

function textsOf(field: AnswerField, answers: ApplicationAnswers, locale: Locale): AnswerText[] {
  if (field === "headOffice") return [{ text: headOfficeWords(answers, locale) }].filter(hasText);
  const value = answers[field];
  if (value === undefined) return [];
  if (field === "jobTitle" || field === "pitch") return inLanguages(value as LocalizedText);
  if (field === "consents") {
    const purposes = (value as Tick[]).map(({ purpose }) => purpose);
    return [{ text: listWords(field, purposes, locale) }];
  }
  if (typeof value === "object") return [{ text: listWords(field, value as string[], locale) }];
  return [{ text: oneWord(field, value, answers, locale) }];
}

const hasText = ({ text }: AnswerText) => text !== "";

function inLanguages(text: LocalizedText): AnswerText[] {
  return LOCALES.flatMap((locale) =>
    text[locale] ? [{ text: text[locale], lang: LANGUAGE_TAG[locale] }] : [],
  );
}

function listWords(field: AnswerField, slugs: string[], locale: Locale): string {
  const list = LISTS[field];
  const labels = slugs.map((slug) => (list ? referenceLabel(list, slug, locale) : slug));
  return sideBySide(labels, locale);
}

function oneWord(
  field: AnswerField,
  value: string,
  answers: ApplicationAnswers,
  locale: Locale,
): string {
  const enums = getTranslator(locale, "enums");
  const list = LISTS[field];
  if (list) return referenceLabel(list, value, locale);
  if (field === "country") return enums(`country.${value}` as "country.fr");
  if (field === "nameOrder") return enums(`nameOrder.${value}` as "nameOrder.given-first");
  if (field === "phone") return formatPhone(value);
  const asked = askedNumber(answers);
  return field === "registrationId" && asked ? spacedNumber(asked.number, value) : value;
}

function headOfficeWords(answers: ApplicationAnswers, locale: Locale): string {
  const { headOffice = "", headOfficeElsewhere = "" } = answers;
  const place = headOffice ? placeLabel(headOffice, locale) : "";
  return [place, headOfficeElsewhere].filter(Boolean).join("\u00a0· ");
}
