import { today } from "@/lib/core/dates";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import type { EditorSection } from "./editor-steps";
import { findIdentity, type OwnerMarks } from "./identifies-owner";
import type { ProjectContent } from "./project-content";

/** What stands between a draft and its submission; `field` is the field of the form (`title.fr`). */
export type Gap = { field: string; section: EditorSection; code: ErrorCode };

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
 * and a deadline that is still ahead. `day` is today in Lyon (`YYYY-MM-DD`). Empty when complete.
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
  if (content.deadline && content.deadline < day) {
    gaps.push({ field: "deadline", section: "practical", code: "dayPassed" });
  }
  return gaps;
}

/**
 * Refuses a text that is not finished, or whose public part tells who proposes it.
 * Throws `required`, `originalNeeded`, `dayPassed` or `identifiesOwner` (with what was `found`) on the field.
 */
export function requireReadyToShow(content: ProjectContent, owner: OwnerMarks): void {
  const [gap] = listGaps(content, today());
  if (gap) throw new AppError(gap.code, { field: gap.field });
  const identity = findIdentity(content, owner);
  if (!identity) return;
  const { field, found } = identity;
  throw new AppError("identifiesOwner", { field, values: { found } });
}
