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
};

/** Whoever of the club team may rule on the thing and did not report it themselves; on what is gone all the others. */
export function canDismissReports(
  viewer: Viewer | null,
  { subject, reporterIds }: ReportedFacts,
): viewer is Viewer {
  if (hasReported(viewer, reporterIds)) return false;
  return mayRuleOn(viewer, subject ?? GONE);
}

/** On what one has reported oneself somebody else of the team decides. */
export const hasReported = (viewer: Viewer | null, reporterIds: ReportedFacts["reporterIds"]) =>
  viewer !== null && reporterIds.includes(viewer.accountId);

const GONE: TakenDownFacts = { kind: "message", isPublished: false, isHidden: false, authors: [] };
