import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { PROMISES } from "@/lib/core/i18n/promises";

/** A member invites so many people within so many days. */
export const INVITED_AT_MOST = 10;
export const { inviteDays: WITHIN_DAYS, invitationDays: INVITATION_DAYS } = PROMISES;

export type InvitationState = "open" | "used" | "revoked" | "expired";

/** Where an invitation stands; one that was used stays so. */
export function stateOf(
  invitation: { revokedAt: Date | null; usedAt: Date | null; expiresAt: Date },
  now = new Date(),
): InvitationState {
  if (invitation.usedAt) return "used";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}

/** An active member invites others to apply; the club team decides on who applies. */
export function canInvite(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer);
}

/** One's own, as long as nobody has used it. */
export function canRevokeInvitation(
  viewer: Viewer | null,
  invitation: { invitedBy: string; state: InvitationState },
): boolean {
  const isOwn = isActiveMember(viewer) && viewer.memberId === invitation.invitedBy;
  return isOwn && invitation.state === "open";
}

/** Whoever applies with the address it was sent to. */
export function canUseInvitation(
  applicant: { email: string },
  invitation: { email: string; state: InvitationState },
): boolean {
  return invitation.state === "open" && applicant.email === invitation.email;
}
