import type { MailingKind, MailingState, RecipientState } from "@/db/enums";
import { isActiveMember, isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";

/** Where a mailing goes from each state; an announcement is sent as soon as it is started. */
export const MAILING_MOVES = {
  draft: ["sending", "sent"],
  sending: ["stopped", "sent"],
  stopped: ["sending"],
  sent: [],
} as const satisfies Record<MailingState, readonly MailingState[]>;

/** Administrators write to members, and read who was written to. */
export function canWriteToMembers(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}

/** A draft alone; what was started stays as it was sent. */
export function canEditMailing(
  viewer: Viewer | null,
  { state }: { state: MailingState },
): viewer is Viewer {
  return canWriteToMembers(viewer) && state === "draft";
}

/** Start, stop and go on: what is mailed passes through `sending`, an announcement does not. */
export function canMoveMailing(
  viewer: Viewer | null,
  { kind, state }: { kind: MailingKind; state: MailingState },
  to: MailingState,
): viewer is Viewer {
  const isListed = (MAILING_MOVES[state] as readonly MailingState[]).includes(to);
  const isByHand = kind === "announcement" ? to === "sent" && state === "draft" : to !== "sent";
  return canWriteToMembers(viewer) && isListed && isByHand;
}

/** Takes it off the members' home page. */
export function canEndAnnouncement(
  viewer: Viewer | null,
  { state, shownUntil }: { state: MailingState; shownUntil: string | null },
): viewer is Viewer {
  return canWriteToMembers(viewer) && state !== "draft" && shownUntil !== null;
}

/** A letter that went out, or was refused, may have come back. */
export function canMarkBounced(
  viewer: Viewer | null,
  { state }: { state: RecipientState },
): viewer is Viewer {
  return canWriteToMembers(viewer) && (state === "sent" || state === "refused");
}

/** A member puts an announcement away for themselves. */
export function canDismissAnnouncement(viewer: Viewer | null): viewer is Viewer {
  return isActiveMember(viewer);
}
