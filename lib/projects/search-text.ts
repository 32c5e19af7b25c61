import { isReference, type ReferenceList, referenceItem } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { Said } from "@/lib/directory/crowd";
import { readingForms, readWords } from "@/lib/search/reading";
import { searchLine } from "@/lib/search/search-words";
import { PROJECT_TEXTS, type ProjectContent, PUBLIC_TEXTS } from "./project-content";

export type SearchedProject = Pick<
  ProjectContent,
  (typeof PROJECT_TEXTS)[number] | "kind" | "sectors" | "cities" | "textLevel" | "ownerLevel"
>;

/**
 * The two lines a project is searched by. Visitors search the first: title, teaser and the names, in every language, of
 * its kind and of what is `shown` of its sectors and cities. Members search the second, which holds sectors and cities
 * as they are when all members know its owner (`isNamed`), and the full text when they may all read it.
 */
export function buildProjectSearch(
  project: SearchedProject,
  shown: Said,
  isNamed: boolean,
): {
  searchPublic: string;
  searchMembers: string;
} {
  const open = [
    ...PUBLIC_TEXTS.flatMap((field) => inAllLanguages(project[field])),
    ...labels(["projectKinds"], project.kind ? [project.kind] : []),
    ...fieldWords(shown.sectors, shown.places),
  ];
  const isOpen = project.textLevel === "members";
  const forMembers = [
    ...(isNamed ? fieldWords(project.sectors, project.cities) : []),
    ...(isOpen ? PROJECT_TEXTS.flatMap((field) => inAllLanguages(project[field])) : []),
  ];
  return { searchPublic: searchLine(open), searchMembers: searchLine([...open, ...forMembers]) };
}

const fieldWords = (sectors: readonly string[], places: readonly string[]) => [
  ...labels(["sectors", "sectorGroups"], sectors),
  ...labels(["cities", "provinces"], places),
  ...places.flatMap((slug) => {
    const name = (referenceItem("cities", slug) ?? referenceItem("provinces", slug))?.label.zh;
    return name ? [readingForms(readWords(name))] : [];
  }),
];

const inAllLanguages = (text: LocalizedText) => LOCALES.map((locale) => text[locale]);

function labels(lists: readonly ReferenceList[], slugs: readonly string[]) {
  return slugs.flatMap((slug) => {
    const list = lists.find((one) => isReference(one, slug));
    return list ? inAllLanguages(referenceItem(list, slug)?.label ?? {}) : [];
  });
}
