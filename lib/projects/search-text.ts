import type { Said } from "@/lib/directory/crowd";
import { inAllLanguages, listWords, placeWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { PROJECT_TEXTS, type ProjectContent, type ProjectText, PUBLIC_TEXTS } from "./project";

export type SearchedProject = Pick<
  ProjectContent,
  ProjectText | "kind" | "sectors" | "cities" | "textLevel" | "ownerLevel"
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
    ...listWords(["projectKinds"], project.kind ? [project.kind] : []),
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
  ...listWords(["sectors", "sectorGroups"], sectors),
  ...placeWords(["cities", "provinces"], places),
];
