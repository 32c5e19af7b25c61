import { isReference, type ReferenceList, referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { CHINA } from "@/lib/directory/crowd";
import type { ProjectChoice, ProjectContent } from "./project-content";

const LISTS: Partial<Record<ProjectChoice, ReferenceList>> = {
  profileType: "profileTypes",
  kind: "projectKinds",
  sectors: "sectors",
  partnershipTypes: "partnershipTypes",
  partnerKinds: "organisationKinds",
  partnerRole: "partnerRoles",
  developmentStage: "developmentStages",
  ipStatuses: "ipStatuses",
  cities: "cities",
  languages: "languages",
  budgetBand: "budgetBands",
};

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
  if (value === null || value.length === 0) return "";
  if (choice === "originalLocale") return LOCALE_NAME[value as Locale];
  if (choice === "startsOn" || choice === "deadline") return formatDay(value as string, locale);
  const list = LISTS[choice];
  const labels = [value].flat().map((slug) => {
    if (list === "sectors" || list === "cities") return fieldLabel(list, slug, locale);
    return list ? referenceLabel(list, slug, locale) : slug;
  });
  return sideBySide(labels, locale);
}
