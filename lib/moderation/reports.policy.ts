import type { Viewer } from "../core/auth/viewer-type";
import { canTakeDown, isAuthor, mayRuleOn, type TakenDownFacts } from "./policy";

/** Anybody, of what is shown; not its author, and not who takes it down themselves. */
export function canReport(viewer: Viewer | null, subject: TakenDownFacts): boolean {
  const isOpen = subject.isPublished && !subject.isHidden;
  return isOpen && !isAuthor(viewer, subject) && !canTakeDown(viewer, subject);
}

/** What the rules need to know of a case: who reported, and of what. */
export type ReportedFacts = {
  /** Null once it is gone. */
  subject: TakenDownFacts | null;
  reporterIds: readonly (string | null)[];
  /** Who took the thing down that its author wants back; null for what is reported. */
  takenDownBy?: string | null;
};

/** Whoever of the club team may rule on the thing and has no part in the case; on what is gone all the others. */
export function canDismissReports(
  viewer: Viewer | null,
  { subject, ...facts }: ReportedFacts,
): viewer is Viewer {
  if (hasPartIn(viewer, facts)) return false;
  return mayRuleOn(viewer, subject ?? GONE);
}

/** On what one has reported oneself, or taken down, somebody else of the team decides. */
export const hasPartIn = (
  viewer: Viewer | null,
  { reporterIds, takenDownBy = null }: Omit<ReportedFacts, "subject">,
) => viewer !== null && [...reporterIds, takenDownBy].includes(viewer.accountId);

/** Whoever answers for what was taken down, once for all of them each time. */
export function canAppeal(
  viewer: Viewer | null,
  subject: TakenDownFacts,
  { isAppealed }: { isAppealed: boolean },
): viewer is Viewer {
  return subject.isHidden && isAuthor(viewer, subject) && !isAppealed;
}

const GONE: TakenDownFacts = { kind: "message", isPublished: false, isHidden: false, authors: [] };
