import { LOCALES } from "@/lib/core/i18n/locales";
import { isFilled } from "@/lib/entries/missing-fields";
import { PROJECT, type ProjectContent } from "./project";

const SOUGHT_BY = ["teaser", "sectors", "cities"] as const;

/** What partners find a project by. */
export type FoundBy = Pick<ProjectContent, "title" | (typeof SOUGHT_BY)[number]>;

/**
 * What a project that was posted with the least leaves out, and partners find it by: fields, and the title in the languages
 * that lack it (`title.zh`), each with the section of the editor that asks for it. Empty when nothing is left out.
 */
export function listWorthAdding(content: FoundBy): { field: string; section: string }[] {
  const fields = SOUGHT_BY.filter((name) => !isFilled(content[name])).map((field) => ({
    field,
    section: PROJECT[field].section,
  }));
  const titles = LOCALES.filter((locale) => !content.title[locale]).map((locale) => ({
    field: `title.${locale}`,
    section: PROJECT.title.section,
  }));
  return [...fields, ...titles];
}
