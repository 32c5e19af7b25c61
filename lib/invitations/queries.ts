import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { memberInvitations } from "@/db/schema/invitations";
import { members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import { hashToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { nameInOrder } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { shownName } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/sight.queries";
import { canInvite, INVITED_AT_MOST, type InvitationState, stateOf, WITHIN_DAYS } from "./policy";

const { revokedAt, usedAt, expiresAt, createdAt } = memberInvitations;
const days = { revokedAt, usedAt, expiresAt };

export type OwnInvitation = {
  id: string;
  name: string;
  email: string;
  createdAt: Date;
  expiresAt: Date;
  state: InvitationState;
};

/** Those whom the viewer has invited, newest first, and how many more they may; the rows go a month after their link. */
export async function listInvitations(
  viewer: Viewer,
): Promise<{ rows: OwnInvitation[]; left: number }> {
  if (!canInvite(viewer)) return { rows: [], left: 0 };
  const rows = await query((db) =>
    db
      .select({
        ...days,
        id: memberInvitations.id,
        email: memberInvitations.email,
        familyName: memberInvitations.familyName,
        givenName: memberInvitations.givenName,
        nameZh: memberInvitations.nameZh,
        createdAt,
        isRecent: isRecent(),
      })
      .from(memberInvitations)
      .where(eq(memberInvitations.invitedBy, viewer.memberId))
      .orderBy(desc(createdAt), memberInvitations.id),
  );
  const recent = rows.filter((row) => row.isRecent).length;
  return {
    left: Math.max(0, INVITED_AT_MOST - recent),
    rows: rows.map(({ id, email, familyName, givenName, nameZh, ...row }) => ({
      id,
      email,
      name: nameZh || nameInOrder({ familyName, givenName, nameOrder: "given-first" }),
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      state: stateOf(row),
    })),
  };
}

const isRecent = () =>
  sql<boolean>`${createdAt} > now() - make_interval(days => ${WITHIN_DAYS}::int)`;

/** How many a member has invited within the days that are counted, taken back or not. */
export const countRecent = (tx: Transaction, memberId: string): Promise<number> =>
  tx.$count(memberInvitations, and(eq(memberInvitations.invitedBy, memberId), isRecent()));

/** What makes an invitation known to whoever holds its link, while it stands and its sender is an active member. */
const isStanding = (token: string) =>
  and(
    eq(memberInvitations.tokenHash, hashToken(token)),
    sql`${revokedAt} is null`,
    gt(expiresAt, sql`now()`),
    isActing(),
  );

/** Who sent one, as their letter names them (`readNames`). */
const inviter = {
  familyName: members.familyName,
  givenName: members.givenName,
  nameOrder: members.nameOrder,
  nameZh: seen(sightOf(null, "members"), "nameZh", members.nameZh),
  isUnnamed: sql<boolean>`not ${isShown(members)}`,
};

/** Who invites and whom, for the page of the link; used once, it still says so. Null for one that is over or unknown. */
export async function findMemberInvitation(
  token: string,
  locale: Locale,
): Promise<{ person: string; email: string } | null> {
  const [row] = await query((db) =>
    db
      .select({ ...inviter, email: memberInvitations.email })
      .from(memberInvitations)
      .innerJoin(members, eq(members.id, memberInvitations.invitedBy))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isStanding(token)),
  );
  if (!row) return null;
  const { email, ...about } = row;
  return { person: shownName(about, locale).text, email };
}

/** The invitation of a link with who sent it, held until the act stands; null for one that is over or unknown. */
export async function lockByToken(tx: Transaction, token: string) {
  const [row] = await tx
    .select({
      ...days,
      id: memberInvitations.id,
      email: memberInvitations.email,
      familyName: memberInvitations.familyName,
      givenName: memberInvitations.givenName,
      nameZh: memberInvitations.nameZh,
      inviter,
    })
    .from(memberInvitations)
    .innerJoin(members, eq(members.id, memberInvitations.invitedBy))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(isStanding(token))
    .for("no key update", { of: memberInvitations });
  return row ? { ...row, state: stateOf(row) } : null;
}

/** One invitation by its key, held until the act stands. */
export async function lockInvitation(tx: Transaction, invitationId: string) {
  const [row] = await tx
    .select({ ...days, id: memberInvitations.id, invitedBy: memberInvitations.invitedBy })
    .from(memberInvitations)
    .where(eq(memberInvitations.id, invitationId))
    .for("no key update");
  return row ? { ...row, state: stateOf(row) } : null;
}
