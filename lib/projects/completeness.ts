import { today } from "@/lib/core/dates";
import type { ErrorCode } from "@/lib/core/errors";
import { type Gap, listMissing, refuseGaps, tellingGaps } from "@/lib/entries/missing-fields";
import type { Identified } from "./identifies-owner";
import { PROJECT, type ProjectContent } from "./project";
import { deadlineFault } from "./project-deadline";

/**
 * What is missing before a project can be handed in: what it needs, the texts in the original language, and a deadline
 * that may still be chosen. `day` is today in Lyon (`YYYY-MM-DD`). Empty when complete.
 */
export function listGaps(content: ProjectContent, day: string): Gap[] {
  const gaps = listMissing(PROJECT, content);
  const code = deadlineFault(content, day);
  if (code) gaps.push({ field: "deadline", section: PROJECT.deadline.section, code });
  return gaps;
}

/** What tells who proposes it, where it is told; `files` stands in the section that leads to them. */
export const identityGaps = (identified: readonly Identified[]): Gap[] =>
  tellingGaps(PROJECT, identified, { code: "identifiesOwner", files: "practical" });

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

/**
 * Refuses a text that is not finished, or that tells whoever may not know who proposes it (`identified`).
 * Throws `required`, `notChosen`, `originalNeeded`, `dayPassed`, `deadlineTooFar` or `identifiesOwner` (with what was `found`) on the field.
 */
export function requireReadyToShow(content: ProjectContent, identified: Identified[]): void {
  refuseGaps([...listGaps(content, today()), ...identityGaps(identified)]);
}
