import { isStaff, type Viewer } from "../core/auth/viewer-type";

/** What waits for the club team: whose it is, and who of the team has taken it on. */
export type DeskFacts = { ownerId: string | null; takenBy: string | null };

const isOthers = (viewer: Viewer | null, { ownerId }: Pick<DeskFacts, "ownerId">) =>
  isStaff(viewer) && ownerId !== viewer.accountId;

/** To take on what nobody has, or to take it over from a colleague; never one's own. */
export function canTakeItem(viewer: Viewer | null, item: DeskFacts): viewer is Viewer {
  return isOthers(viewer, item) && item.takenBy !== viewer?.accountId;
}

/** To leave to the others what one has taken on. */
export function canReleaseItem(viewer: Viewer | null, item: DeskFacts): viewer is Viewer {
  return isStaff(viewer) && item.takenBy === viewer.accountId;
}

/** What the team notes about somebody, that person neither reads nor writes as one of the team. */
export function canNoteOnItem(viewer: Viewer | null, item: DeskFacts): viewer is Viewer {
  return isOthers(viewer, item);
}
