import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { memberInvitations } from "@/db/schema/invitations";
import { holdTurn } from "@/db/turn";
import { spendOnCommit } from "@/lib/core/auth/rate-limit";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { nameInOrder, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { readNames } from "@/lib/members/person.queries";
import { tellInvited } from "./notices";
import {
  canInvite,
  canRevokeInvitation,
  canUseInvitation,
  INVITATION_DAYS,
  INVITED_AT_MOST,
} from "./policy";
import { countRecent, lockByToken, lockInvitation } from "./queries";
import type { InviteInput } from "./schema";

/**
 * Mails somebody a link to apply to the club, valid for 30 days. Whether the address has an account changes nothing, here
 * and in the list. Throws `notFound`, `tooManyRequests`, and on `email`: `inviteYourself`, `alreadyInvited`,
 * `invitedTooMany`.
 */
export async function inviteToClub(
  tx: Transaction,
  viewer: Viewer,
  input: InviteInput,
): Promise<void> {
  authorize(canInvite(viewer));
  const { email, locale, words, familyName, givenName, nameZh } = input;
  const { memberId } = viewer;
  await holdTurn(tx, `invites:${memberId}`);
  const refuse = (code: "inviteYourself" | "alreadyInvited" | "invitedTooMany") => {
    throw new AppError(code, { field: "email", values: { most: INVITED_AT_MOST } });
  };
  const own = and(eq(accounts.id, viewer.accountId), eq(accounts.email, email));
  if ((await tx.$count(accounts, own)) > 0) refuse("inviteYourself");
  if ((await countRecent(tx, memberId)) >= INVITED_AT_MOST) refuse("invitedTooMany");
  await spendOnCommit(tx, "mailedLink", hashToken(`invitation ${email}`));
  const isOver = sql`invited_by = ${memberId} and email = ${email} and used_at is null
    and revoked_at is null and expires_at <= now()`;
  await tx.update(memberInvitations).set({ revokedAt: sql`now()` }).where(isOver);
  const token = newToken();
  const sent = await tx
    .insert(memberInvitations)
    .values({
      ...{ invitedBy: memberId, email, locale, words, familyName, givenName, nameZh },
      tokenHash: hashToken(token),
      expiresAt: sql`now() + make_interval(days => ${INVITATION_DAYS})`,
    })
    .onConflictDoNothing()
    .returning({ id: memberInvitations.id });
  if (sent.length === 0) refuse("alreadyInvited");
  const invited = { address: email, locale, name: nameIn(input) };
  await record(tx, viewer, accountEvent("club-invitation.sent", viewer.accountId), {
    tell: tellInvited(invited, await readNames(tx, memberId), { token, words }),
  });
}

function nameIn({ locale, nameZh, familyName, givenName }: InviteInput): string {
  const latin = nameInOrder({ familyName, givenName, nameOrder: "given-first" });
  return locale === "zh" && nameZh ? nameZh : latin;
}

/** Takes an invitation back: its link no longer works. Throws `notFound`, `alreadyDecided` once it was used or is over. */
export async function revokeInvitation(
  tx: Transaction,
  viewer: Viewer,
  { invitationId }: { invitationId: string },
): Promise<void> {
  const invitation = await lockInvitation(tx, invitationId);
  authorize(invitation !== null && invitation.invitedBy === viewer.memberId);
  authorize(canRevokeInvitation(viewer, invitation), "alreadyDecided");
  await tx
    .update(memberInvitations)
    .set({ revokedAt: sql`now()` })
    .where(eq(memberInvitations.id, invitationId));
  await record(tx, viewer, accountEvent("club-invitation.revoked", viewer.accountId));
}

/**
 * Uses an invitation for the application of the address it was sent to, once; gives what it says of its person and who
 * sent it, as far as they are named, and null for one that is over, used, or another's.
 */
export async function takeInvitation(
  tx: Transaction,
  { token, email, applicationId }: { token: string; email: string; applicationId: string },
) {
  const invitation = await lockByToken(tx, token);
  if (invitation?.state !== "open" || invitation.email !== email) return null;
  authorize(canUseInvitation({ email }, invitation));
  await tx
    .update(memberInvitations)
    .set({ usedAt: sql`now()` })
    .where(eq(memberInvitations.id, invitation.id));
  const about = { subjectType: "application", subjectId: applicationId } as const;
  await record(tx, null, { name: "application.invited", ...about });
  const { familyName, givenName, nameZh, inviter } = invitation;
  return { familyName, givenName, nameZh, sponsor: inviter.isUnnamed ? "" : nameInOrder(inviter) };
}
