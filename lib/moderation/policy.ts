import type { Role, TakenDownType } from "@/db/enums";
import { isAdministrator, isStaff, type Viewer } from "../core/auth/viewer-type";

/** The club team reads what awaits a decision, with all that is needed to take it. */
export function canOpenQueue(viewer: Viewer | null): viewer is Viewer {
  return isStaff(viewer);
}

/** Accounts, with their addresses and statuses, are for administrators. */
export function canListAccounts(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}

/** What the rules need to know of something that can be taken down. */
export type TakenDownFacts = {
  kind: TakenDownType;
  isPublished: boolean;
  isHidden: boolean;
  /** Who wrote it; of an organisation, its managers. */
  authors: readonly { accountId: string; role: Role }[];
};

/** The club team on what others published; on the club's pages and the profile of one of its own an administrator alone. */
export function canTakeDown(viewer: Viewer | null, subject: TakenDownFacts): viewer is Viewer {
  return mayRuleOn(viewer, subject) && subject.isPublished && !subject.isHidden;
}

/** Whoever may take it down, whoever did. */
export function canPutBack(viewer: Viewer | null, subject: TakenDownFacts): viewer is Viewer {
  return mayRuleOn(viewer, subject) && subject.isHidden;
}

/** On one's own somebody else of the team decides. */
export function isAuthor(viewer: Viewer | null, { authors }: Pick<TakenDownFacts, "authors">) {
  return authors.some(({ accountId }) => accountId === viewer?.accountId);
}

/** Whether somebody of the club team rules on a thing of this kind and of these authors, however it stands. */
export function mayRuleOn(viewer: Viewer | null, subject: TakenDownFacts): viewer is Viewer {
  if (!isStaff(viewer) || isAuthor(viewer, subject)) return false;
  const isOfTeam = subject.authors.some(({ role }) => role !== "member");
  if (isAdministrator(viewer)) return true;
  return subject.kind !== "page" && (subject.kind !== "member" || !isOfTeam);
}
