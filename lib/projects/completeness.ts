import { today } from "@/lib/core/dates";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { type EditorSection, sectionOf } from "./editor-steps";
import type { Identified } from "./identifies-owner";
import type { ProjectContent, ProjectText } from "./project-content";
import { deadlineFault } from "./project-deadline";

/** What stands between a draft and its submission; `field` is the field of the form (`title.fr`). */
export type Gap = {
  field: string;
  section: EditorSection;
  code: ErrorCode;
  values?: { found: string };
};

const CHOSEN = ["profileType", "kind"] as const;

const WRITTEN = [
  ["title", "essentials"],
  ["teaser", "essentials"],
  ["summary", "text"],
  ["offered", "text"],
  ["sought", "text"],
] as const;

/**
 * What is missing before a project can be handed in: its kind and sectors, the main texts in the original language,
 * and a deadline that may still be chosen. `day` is today in Lyon (`YYYY-MM-DD`). Empty when complete.
 */
export function listGaps(content: ProjectContent, day: string): Gap[] {
  const gaps: Gap[] = [];
  for (const field of CHOSEN) {
    if (!content[field]) gaps.push({ field, section: "essentials", code: "required" });
  }
  for (const [name, section] of WRITTEN) {
    const field = `${name}.${content.originalLocale}`;
    if (!content[name][content.originalLocale])
      gaps.push({ field, section, code: "originalNeeded" });
  }
  if (content.sectors.length === 0) {
    gaps.push({ field: "sectors", section: "essentials", code: "required" });
  }
  const code = deadlineFault(content, day);
  if (code) gaps.push({ field: "deadline", section: "practical", code });
  return gaps;
}

/** What tells who proposes it, where it is told; `files` stands in the section that leads to them. */
export function identityGaps(identified: readonly Identified[]): Gap[] {
  return identified.map(({ field, found }) => {
    const [text = ""] = field.split(".");
    const section = field === "files" ? "practical" : sectionOf(text as ProjectText);
    return { field, section, code: "identifiesOwner", values: { found } };
  });
}

/**
 * What is wrong in a section that was just sent: it is kept all the same, and told on its field before the last page
 * would refuse it.
 */
export function listWrong(
  sent: Partial<ProjectContent>,
  day: string,
): { field: string; code: ErrorCode }[] {
  const code = deadlineFault({ deadline: sent.deadline ?? null }, day);
  return code ? [{ field: "deadline", code }] : [];
}

/** What may stay empty; such a section counts as complete once it holds something. */
const OPTIONAL = {
  partner: ["partnershipTypes", "partnerRole", "partnerKinds", "partnerTask"],
  practical: ["cities", "languages", "developmentStage", "budgetBand", "startsOn", "deadline"],
} as const satisfies Partial<Record<EditorSection, readonly (keyof ProjectContent)[]>>;

/** The sections that hold what they should, for the marks of the editor. */
export function listCompleteSections(content: ProjectContent, day: string): EditorSection[] {
  const gaps = listGaps(content, day);
  const isFilled = (section: "partner" | "practical") =>
    OPTIONAL[section].some((field) => Object.keys(content[field] ?? {}).length > 0);
  const sections: EditorSection[] = ["essentials", "text", "partner", "practical"];
  return sections.filter((section) => {
    if (gaps.some((gap) => gap.section === section)) return false;
    return section === "partner" || section === "practical" ? isFilled(section) : true;
  });
}

/**
 * Refuses a text that is not finished, or that tells whoever may not know who proposes it (`identified`).
 * Throws `required`, `originalNeeded`, `dayPassed`, `deadlineTooFar` or `identifiesOwner` (with what was `found`) on the field.
 */
export function requireReadyToShow(content: ProjectContent, identified: Identified[]): void {
  const [gap] = [...listGaps(content, today()), ...identityGaps(identified)];
  if (gap) throw new AppError(gap.code, { field: gap.field, values: gap.values });
}
