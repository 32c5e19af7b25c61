import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { readingForms, readWords } from "@/lib/search/reading";
import { searchLine } from "@/lib/search/search-words";
import { PROJECT_TEXTS, type ProjectContent, PUBLIC_TEXTS } from "./project-content";

type SearchedProject = Pick<
  ProjectContent,
  (typeof PROJECT_TEXTS)[number] | "kind" | "sectors" | "cities" | "textLevel"
>;

/**
 * The two lines a project is searched by. Visitors search the first: title, teaser and the names of kind, sectors and
 * cities in every language. Members search the second, which holds the full text too when they may all read it.
 */
export function buildProjectSearch(project: SearchedProject): {
  searchPublic: string;
  searchMembers: string;
} {
  const shown = [
    ...PUBLIC_TEXTS.flatMap((field) => inAllLanguages(project[field])),
    ...labels("projectKinds", project.kind ? [project.kind] : []),
    ...labels("sectors", project.sectors),
    ...labels("cities", project.cities),
    ...project.cities.map((slug) =>
      readingForms(readWords(referenceItem("cities", slug)?.label.zh ?? "")),
    ),
  ];
  const isOpen = project.textLevel === "members";
  const full = isOpen ? PROJECT_TEXTS.flatMap((field) => inAllLanguages(project[field])) : [];
  return { searchPublic: searchLine(shown), searchMembers: searchLine([...shown, ...full]) };
}

const inAllLanguages = (text: LocalizedText) => LOCALES.map((locale) => text[locale]);

function labels(list: ReferenceList, slugs: readonly string[]) {
  return slugs.flatMap((slug) => inAllLanguages(referenceItem(list, slug)?.label ?? {}));
}
