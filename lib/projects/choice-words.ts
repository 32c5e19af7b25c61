import { isReference, referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { CHINA } from "@/lib/directory/crowd";
import { valueWords } from "@/lib/entries/value-words";
import { PROJECT, type ProjectChoice, type ProjectContent } from "./project";

/** A sector, a city or what is shown in its place: the group, the division, China. */
export function fieldLabel(list: "sectors" | "cities", slug: string, locale: Locale): string {
  if (slug === CHINA) return getTranslator(locale, "projects")("china");
  const wider = list === "sectors" ? "sectorGroups" : "provinces";
  return referenceLabel(isReference(list, slug) ? list : wider, slug, locale);
}

/** What was chosen, in words of the reader's language; `""` when nothing was. */
export function choiceWords(
  choice: ProjectChoice,
  value: ProjectContent[ProjectChoice],
  locale: Locale,
): string {
  if (choice !== "sectors" && choice !== "cities")
    return valueWords(PROJECT[choice], value, locale);
  const labels = [value ?? []].flat().map((slug) => fieldLabel(choice, slug, locale));
  return sideBySide(labels, locale);
}
