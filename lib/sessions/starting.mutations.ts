import "server-only";
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { accounts, sessions } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { isFactorRequired } from "@/lib/core/auth/required-factor";
import { SESSION_LIFE, SESSIONS_AT_MOST } from "@/lib/core/auth/session-life";
import { factorInUse, isLiving, isWhole } from "@/lib/core/auth/session-state";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { canEndSessions, canSignIn } from "./policy";

/** From where one signs in. */
export type Device = { userAgent: string; address: string };

/** The new session's secret, for the cookie; it is kept nowhere else. */
export type SignedIn = {
  token: string;
  status: MembershipStatus;
  sessionId: string;
  actor: { accountId: string };
  /** The second factor is still to be given: until then the session is nobody's. */
  isHalf: boolean;
  /** Works for the club team and has to set up a second factor first. */
  owesFactor: boolean;
};

const sessionEnded = (subjectId: string) =>
  ({ name: "session.ended", subjectType: "session", subjectId }) as const;

/**
 * A whole session, or a half one that lives ten minutes where the account has a second factor, in place of the session
 * this browser had. The twenty-first whole one ends the least recently seen.
 */
export async function startSession(
  tx: Transaction,
  viewer: Viewer | null,
  account: { id: string; email: string; status: MembershipStatus },
  device: Device,
): Promise<SignedIn> {
  authorize(canSignIn(account));
  const token = newToken();
  const [own] = await tx
    .select({ role: accounts.role, factorOf: secondFactors.accountId })
    .from(accounts)
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.accountId, accounts.id), isNotNull(secondFactors.confirmedAt)),
    )
    .where(eq(accounts.id, account.id))
    .for("no key update", { of: accounts });
  if (!own) throw new Error("no such account");
  const isHalf = own.factorOf !== null;
  const life = isHalf
    ? sql`interval '10 minutes'`
    : sql`make_interval(days => ${SESSION_LIFE.days})`;
  if (viewer) {
    await tx.delete(sessions).where(eq(sessions.id, viewer.sessionId));
    await recordEvent(tx, viewer, sessionEnded(viewer.sessionId));
  }
  const [session] = await tx
    .insert(sessions)
    .values({
      accountId: account.id,
      tokenHash: hashToken(token),
      userAgent: device.userAgent,
      address: device.address,
      expiresAt: sql`now() + ${life}`,
    })
    .returning({ id: sessions.id });
  if (!session) throw new Error("no session was made");
  if (!isHalf) await endLeastSeen(tx, account.id);
  return {
    token,
    status: account.status,
    sessionId: session.id,
    actor: { accountId: account.id },
    isHalf,
    owesFactor: !isHalf && isFactorRequired(own.role),
  };
}

/**
 * Ends the least recently seen of an account's living sessions beyond twenty, each with a line of its own. Half sessions
 * neither count nor end: who knows a password alone pushes nobody out.
 */
export async function endLeastSeen(tx: Transaction, accountId: string): Promise<void> {
  authorize(canEndSessions("portal", accountId));
  const surplus = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(secondFactors, factorInUse)
    .where(and(eq(sessions.accountId, accountId), isLiving, isWhole))
    .orderBy(desc(sessions.seenAt), desc(sessions.createdAt))
    .offset(SESSIONS_AT_MOST);
  if (surplus.length === 0) return;
  const ids = surplus.map(({ id }) => id);
  const ended = await tx
    .delete(sessions)
    .where(inArray(sessions.id, ids))
    .returning({ id: sessions.id });
  for (const { id } of ended) {
    await recordEvent(tx, null, { ...sessionEnded(id), data: { most: SESSIONS_AT_MOST } });
  }
}
