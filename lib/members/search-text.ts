import type { PageVisibility, Visibility } from "@/db/enums";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { readingForms, sortName } from "@/lib/search/reading";
import {
  inAllLanguages,
  listWords,
  placeWords,
  readingOf,
  type Said,
} from "@/lib/search/said-words";
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
      ? [...inAllLanguages(organisation.name), readingOf(organisation.name.zh)]
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

function fieldTexts(member: SearchedMember): [MemberField, Said][] {
  return [
    ["jobTitle", inAllLanguages(member.jobTitle)],
    ["bio", inAllLanguages(member.bio)],
    ["offers", inAllLanguages(member.offers)],
    ["needs", inAllLanguages(member.needs)],
    ["languages", listWords(["languages"], member.languages)],
    ["sectors", listWords(["sectors"], member.sectors)],
    ["cities", placeWords(["cities"], member.cities)],
  ];
}

/** Both names, and joined in both orders: `wangwei`, `weiwang`, `obrien`. */
function latinForms(familyName: string, givenName: string): Said {
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
export function chineseForms(nameZh: string): Said {
  const { family, given } = readChineseName(splitChineseName(nameZh));
  return [
    nameZh,
    nameZh.replace(/[^\p{Script=Han}]/gu, ""),
    readingForms([...family, ...given]),
    given.join(""),
    given.join("") + family.join(""),
  ];
}
