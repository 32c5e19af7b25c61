import "server-only";
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { accounts, knownBrowsers, sessions } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { isFactorRequired } from "@/lib/core/auth/required-factor";
import {
  KNOWN_BROWSERS_AT_MOST,
  SESSION_LIFE,
  SESSIONS_AT_MOST,
} from "@/lib/core/auth/session-life";
import { factorInUse, isLiving, isWhole } from "@/lib/core/auth/session-state";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { PROMISES } from "@/lib/core/i18n/promises";
import { canEndSessions, canSignIn } from "./policy";
import { sessionEnded } from "./session-event";

/** From where one signs in; `secret` is that by which accounts know this browser. */
export type Device = { userAgent: string; address: string; secret?: string | null };

/** What the trail keeps of a device. */
export const factsOf = ({ userAgent, address }: Device) => ({ userAgent, address });

/** The new session's secret, for the cookie; it is kept nowhere else. */
export type SignedIn = {
  token: string;
  status: MembershipStatus;
  sessionId: string;
  actor: { accountId: string };
  /** The second factor is still to be given: until then the session is nobody's. */
  isHalf: boolean;
  /** By which the account knows this browser from now on; null until the session is whole. */
  browserSecret: string | null;
  /** Works for the club team and has to set up a second factor first. */
  owesFactor: boolean;
};

/**
 * A whole session, or a half one that lives ten minutes where the account has a second factor, in place of the session
 * this browser had. The twenty-first whole one ends the least recently seen. Throws `wrongCredentials` when the
 * address, or the password that was given, has changed since the account was read.
 */
export async function startSession(
  tx: Transaction,
  viewer: Viewer | null,
  account: { id: string; email: string; status: MembershipStatus; passwordHash?: string | null },
  device: Device,
): Promise<SignedIn> {
  authorize(canSignIn(account));
  const token = newToken();
  const [own] = await tx
    .select({
      role: accounts.role,
      email: accounts.email,
      passwordHash: accounts.passwordHash,
      factorOf: secondFactors.accountId,
    })
    .from(accounts)
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.accountId, accounts.id), isNotNull(secondFactors.confirmedAt)),
    )
    .where(eq(accounts.id, account.id))
    .for("no key update", { of: accounts });
  if (!own) throw new Error("no such account");
  const { passwordHash: given = own.passwordHash } = account;
  authorize(own.email === account.email && own.passwordHash === given, "wrongCredentials");
  const isHalf = own.factorOf !== null;
  const life = isHalf
    ? sql`make_interval(mins => ${PROMISES.factorMinutes})`
    : sql`make_interval(days => ${SESSION_LIFE.days})`;
  if (viewer) {
    await tx.delete(sessions).where(eq(sessions.id, viewer.sessionId));
    await record(tx, viewer, sessionEnded(viewer.sessionId));
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
  const sessionId = session.id;
  const settled = isHalf
    ? null
    : await settleSession(tx, { accountId: account.id, sessionId }, device);
  return {
    token,
    status: account.status,
    sessionId,
    browserSecret: settled,
    actor: { accountId: account.id },
    isHalf,
    owesFactor: !isHalf && isFactorRequired(own.role),
  };
}

/**
 * What follows once a session is whole. The least recently seen of the account's living sessions beyond twenty end, each
 * with a line of its own; half ones neither count nor end, for who knows a password alone pushes nobody out. Gives the
 * secret by which the account, and every other that knew this browser, knows it from now on: it is a new one, so that
 * nothing put into a browser beforehand is ever known.
 */
export async function settleSession(
  tx: Transaction,
  { accountId, sessionId }: { accountId: string; sessionId: string },
  device: Device,
): Promise<string> {
  authorize(canEndSessions("portal", accountId));
  for (const id of await endLeastSeen(tx, accountId)) {
    await record(tx, null, { ...sessionEnded(id), data: { most: SESSIONS_AT_MOST } });
  }
  const secret = newToken();
  const tokenHash = hashToken(secret);
  const { secret: shown } = device;
  if (shown) {
    await tx
      .update(knownBrowsers)
      .set({ tokenHash })
      .where(eq(knownBrowsers.tokenHash, hashToken(shown)));
  }
  await tx
    .insert(knownBrowsers)
    .values({ accountId, tokenHash, sessionId })
    .onConflictDoUpdate({
      target: [knownBrowsers.accountId, knownBrowsers.tokenHash],
      set: { sessionId, seenAt: sql`now()` },
    });
  await forgetLeastSeen(tx, accountId);
  return secret;
}

async function endLeastSeen(tx: Transaction, accountId: string): Promise<string[]> {
  const surplus = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(secondFactors, factorInUse)
    .where(and(eq(sessions.accountId, accountId), isLiving, isWhole))
    .orderBy(desc(sessions.seenAt), desc(sessions.createdAt))
    .offset(SESSIONS_AT_MOST);
  if (surplus.length === 0) return [];
  const ids = surplus.map(({ id }) => id);
  const ended = await tx
    .delete(sessions)
    .where(inArray(sessions.id, ids))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

async function forgetLeastSeen(tx: Transaction, accountId: string): Promise<void> {
  const { tokenHash, seenAt } = knownBrowsers;
  const isOwn = eq(knownBrowsers.accountId, accountId);
  const surplus = tx
    .select({ tokenHash })
    .from(knownBrowsers)
    .where(isOwn)
    .orderBy(desc(seenAt))
    .offset(KNOWN_BROWSERS_AT_MOST);
  await tx.delete(knownBrowsers).where(and(isOwn, inArray(tokenHash, surplus)));
}
