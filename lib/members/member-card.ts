import type { NameOrder } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { nameInOrder } from "@/lib/core/auth/viewer-type";
import { type Fact, inEachLanguage } from "@/lib/core/events/facts";
import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets, sideBySide } from "@/lib/core/i18n/word-list";
import { type CardPerson, present, type Said, said } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import type { Face } from "@/lib/core/text/monogram";
import { faceOf } from "./face";

export type MemberNames = {
  familyName: string;
  givenName: string;
  nameOrder: NameOrder;
  nameZh: string | null;
  /** The key of their portrait, where the reader may see it. */
  portrait?: string | null;
  /** Whose profile the club team has taken down. */
  isUnnamed?: boolean;
};

/** The same with whose they are. */
export type NamedMember = MemberNames & { memberId?: string };

/** A row's member as far as they are told (`personColumns`). */
export type ToldRow = { memberSlug: string | null } & {
  [Name in keyof Omit<MemberNames, "isUnnamed">]: MemberNames[Name] | null;
};

/** Their address and names; null where they are not told. */
export function toldPerson({ memberSlug: slug, familyName, givenName, ...row }: ToldRow) {
  const { nameOrder, nameZh, portrait } = row;
  if (!slug || familyName === null || givenName === null || !nameOrder) return null;
  return { slug, names: { familyName, givenName, nameOrder, nameZh, portrait } };
}

/**
 * A person's name for a reader: the script of their language first, the other one, if any, beside it; and their face,
 * unless nobody is to know who it is.
 */
export type ShownName = { text: string; isChinese: boolean; other: string | null; face?: Face };

/** What a list shows of a member, in the reader's language; what they may not see is null or empty. */
export type MemberCardData = {
  slug: string;
  name: ShownName;
  jobTitle: PickedText | null;
  organisation: PickedText | null;
  sectors: string[];
  cities: string[];
  languages: string[];
};

export type MemberCardRow = MemberNames & {
  slug: string;
  originalLocale: Locale;
  jobTitle: LocalizedText | null;
  organisation: LocalizedText | null;
  sectors: string[] | null;
  cities: string[] | null;
  languages: string[] | null;
};

/** The name in Latin letters, in the order its owner gives it. */
export const latinName = (names: MemberNames): string => nameInOrder(names);

/**
 * Both scripts of a name, the reader's first: how every list and page shows a person. Whoever was erased has none, their
 * row alone stays for what others hang on it: they are a former member. Whose profile was taken down is a member.
 */
export function shownName(names: MemberNames, locale: Locale): ShownName {
  if (names.isUnnamed)
    return unnamed(getTranslator(locale, "entries")("questions.somebody"), locale);
  const written = nameInOrder(names);
  const isHan = /\p{Script=Han}/u.test(written);
  const chinese = names.nameZh || (isHan ? written : null);
  const latin = isHan ? "" : written;
  if (chinese && (locale === "zh" || !latin)) {
    return {
      text: chinese,
      isChinese: true,
      other: latin || null,
      face: faceOf(names.portrait, chinese, written),
    };
  }
  if (latin) {
    return {
      text: latin,
      isChinese: false,
      other: chinese,
      face: faceOf(names.portrait, chinese ?? latin, written),
    };
  }
  return unnamed(getTranslator(locale, "members")("former"), locale);
}

/** The same of somebody who may have gone since: who was suspended or has left is a former member, too. */
export const shownIfPresent = (
  { isPresent, ...names }: MemberNames & { isPresent: boolean },
  locale: Locale,
): ShownName =>
  shownName(
    isPresent ? names : { ...names, familyName: "", givenName: "", nameZh: null, portrait: null },
    locale,
  );

/** A person as a notice names them: whose name it is stays with it, so that whoever reads it later is told of nobody who has gone. */
export const personFact = ({ memberId, ...names }: NamedMember): Fact =>
  inEachLanguage((locale) => shownName(names, locale).text, memberId);

/** The same in one line, for lists that are searched by what is heard. */
export function bothScripts(names: MemberNames, locale: Locale): string {
  const { text, other } = shownName(names, locale);
  return other ? `${text} ${other}` : text;
}

const unnamed = (text: string, locale: Locale): ShownName => ({
  text,
  isChinese: locale === "zh",
  other: null,
});

/** The labels of slugs in a language, in the order of the row; empty when the row hides them. */
export function labelsOf(
  list: "sectors" | "cities" | "languages",
  slugs: readonly string[] | null,
  locale: Locale,
): string[] {
  return (slugs ?? []).map((slug) => referenceLabel(list, slug, locale));
}

/** A row as a card. */
export function toMemberCard(row: MemberCardRow, locale: Locale): MemberCardData {
  return {
    slug: row.slug,
    name: shownName(row, locale),
    jobTitle: pickText(row.jobTitle, locale, row.originalLocale),
    organisation: pickText(row.organisation, locale, row.originalLocale),
    sectors: labelsOf("sectors", row.sectors, locale),
    cities: labelsOf("cities", row.cities, locale),
    languages: labelsOf("languages", row.languages, locale),
  };
}

/** A card in the reader's words, without what it does not say. */
export type ShownMember = {
  href: string;
  face?: Face;
  name: Said;
  other?: Said;
  /** In another language than the reader's, it says which, in brackets. */
  jobTitle?: Said;
  jobLanguage?: string;
  organisation?: Said;
  cities?: string;
  languages?: string;
};

const SHOWN_CITIES = 4;

/** A name as a card says it. */
export function namedOnCard({ text, isChinese, other, face }: ShownName, locale: Locale) {
  const person: CardPerson = {
    words: isChinese ? said({ text, lang: "zh" }, locale) : text,
    other: other ? { text: other, lang: isChinese ? "zh-Latn" : LANGUAGE_TAG.zh } : undefined,
    face,
  };
  return present(person);
}

/** A member as a list shows them. */
export function showMember(member: MemberCardData, locale: Locale): ShownMember {
  const { slug, jobTitle, organisation, cities, languages } = member;
  const { words, other, face } = namedOnCard(member.name, locale);
  const more = cities.length - SHOWN_CITIES;
  const places = sideBySide(cities.slice(0, SHOWN_CITIES), locale);
  return present({
    href: path(locale, `/members/${slug}`),
    face,
    name: words,
    other,
    jobTitle: jobTitle ? said(jobTitle, locale) : undefined,
    jobLanguage: jobTitle?.isFallback ? inBrackets(LOCALE_NAME[jobTitle.lang], locale) : undefined,
    organisation: organisation ? said(organisation, locale) : undefined,
    cities: more > 0 ? `${places} +${more}` : places || undefined,
    languages: sideBySide(languages, locale) || undefined,
  });
}
