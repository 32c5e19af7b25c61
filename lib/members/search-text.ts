import type { PageVisibility, Visibility } from "@/db/enums";
import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { readingForms, readWords, sortName } from "@/lib/search/reading";
import { searchLine, searchWords } from "@/lib/search/search-words";
import { readChineseName, splitChineseName } from "./chinese-name";
import { levelOf, type MemberField } from "./policy";

export type SearchedMember = {
  familyName: string;
  givenName: string;
  nameZh?: string | null;
  jobTitle: LocalizedText;
  bio: LocalizedText;
  offers: LocalizedText;
  needs: LocalizedText;
  languages: readonly string[];
  sectors: readonly string[];
  cities: readonly string[];
  visibility?: Record<string, Visibility>;
};

/** The main organisation: its name, and who sees it. */
export type SearchedOrganisation = { name: LocalizedText; visibility: PageVisibility };

export type MemberSearch = {
  searchNames: string;
  searchMembers: string;
  searchTeam: string;
  sortLatin: string;
  sortPinyin: string;
};

type Texts = (string | undefined)[];

const OPEN: readonly Visibility[] = ["public", "members"];
const OPEN_TO_TEAM: readonly Visibility[] = [...OPEN, "team"];

/**
 * The columns a member is searched and sorted by. What members may not see is in no column that members search
 * or sort by; the column of the club team adds what the member shows to the team. Contacts are in none.
 * The main organisation is in those whose readers see both where the member belongs and the organisation.
 */
export function buildMemberSearch(
  member: SearchedMember,
  organisation: SearchedOrganisation | null = null,
): MemberSearch {
  const { familyName, givenName } = member;
  const isOpen = (field: MemberField, levels = OPEN) =>
    levels.includes(levelOf(member.visibility ?? {}, field));
  const nameZh = member.nameZh || null;
  const openNameZh = nameZh && isOpen("nameZh") ? nameZh : null;
  const teamNameZh = nameZh && !openNameZh && isOpen("nameZh", OPEN_TO_TEAM) ? nameZh : null;
  const fields = fieldTexts(member);
  const textsOf = (levels: readonly Visibility[]) => [
    ...fields.flatMap(([field, texts]) => (isOpen(field, levels) ? texts : [])),
    ...(organisation && isOpen("organisation", levels) && levels.includes(organisation.visibility)
      ? nameTexts(organisation.name)
      : []),
  ];
  const sortLatin = `${familyName} ${givenName}`.trim();
  return {
    searchNames: searchLine([
      ...latinForms(familyName, givenName),
      ...(openNameZh ? chineseForms(openNameZh) : []),
    ]),
    searchMembers: searchLine(textsOf(OPEN)),
    searchTeam: searchLine([
      ...textsOf(OPEN_TO_TEAM),
      ...(teamNameZh ? chineseForms(teamNameZh) : []),
    ]),
    sortLatin,
    sortPinyin: (openNameZh && sortName(openNameZh)) || sortLatin,
  };
}

function fieldTexts(member: SearchedMember): [MemberField, Texts][] {
  return [
    ["jobTitle", inAllLanguages(member.jobTitle)],
    ["bio", inAllLanguages(member.bio)],
    ["offers", inAllLanguages(member.offers)],
    ["needs", inAllLanguages(member.needs)],
    ["languages", labels("languages", member.languages)],
    ["sectors", labels("sectors", member.sectors)],
    ["cities", [...labels("cities", member.cities), ...cityReadings(member.cities)]],
  ];
}

const nameTexts = (name: LocalizedText): Texts => [
  ...inAllLanguages(name),
  readingForms(readWords(name.zh ?? "")),
];

const inAllLanguages = (text: LocalizedText): Texts => LOCALES.map((locale) => text[locale]);

function labels(list: ReferenceList, slugs: readonly string[]): Texts {
  return slugs.flatMap((slug) => inAllLanguages(referenceItem(list, slug)?.label ?? {}));
}

function cityReadings(slugs: readonly string[]): Texts {
  return slugs.map((slug) =>
    readingForms(readWords(referenceItem("cities", slug)?.label.zh ?? "")),
  );
}

/** Both names, and joined in both orders: `wangwei`, `weiwang`, `obrien`. */
function latinForms(familyName: string, givenName: string): Texts {
  const family = searchWords(familyName).join("");
  const given = searchWords(givenName).join("");
  const written = familyName + givenName;
  const isHan = /^\p{Script=Han}+$/u.test(written);
  return [
    ...[familyName, givenName, family, given, family + given, given + family],
    ...(isHan ? chineseForms(written) : []),
  ];
}

/** A Chinese name as written, with and without its spaces and points, and every way to type its reading. */
function chineseForms(nameZh: string): Texts {
  const { family, given } = readChineseName(splitChineseName(nameZh));
  return [
    nameZh,
    nameZh.replace(/[^\p{Script=Han}]/gu, ""),
    readingForms([...family, ...given]),
    given.join(""),
    given.join("") + family.join(""),
  ];
}
