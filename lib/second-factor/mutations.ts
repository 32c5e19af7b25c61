import "server-only";
import { and, eq, gte, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { lockProven } from "@/lib/core/auth/proof.queries";
import { isFactorRequired } from "@/lib/core/auth/required-factor";
import { SESSION_LIFE } from "@/lib/core/auth/session-life";
import { factorInUse, isHalfSession } from "@/lib/core/auth/session-state";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { endSessions } from "@/lib/sessions/mutations";
import type { Actor } from "@/lib/sessions/policy";
import {
  type Device,
  factsOf,
  type SignedIn,
  settleSession,
} from "@/lib/sessions/starting.mutations";
import { tellOfFactor } from "./notices";
import { canHaveFactor, canResetFactor, canSwitchOffFactor } from "./policy";
import { isGuessed } from "./queries";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-code";
import { openSecret, sealSecret } from "./sealed-secret";
import { newSecret, stepOf } from "./totp";

type Factor = { accountId: string; secret: string | null; lastStep: number | null };

/**
 * Makes a half session whole with a code of the app or a recovery code, under a new secret. Null when the code is wrong
 * or was used: the account keeps a line of it, so commit before refusing. Throws `factorTooLate` where no half session
 * lives any more.
 */
export async function giveSecondFactor(
  tx: Transaction,
  input: { sessionToken: string; code: string },
  device: Device,
): Promise<SignedIn | null> {
  const { accountId, secret, lastStep } = secondFactors;
  const [half] = await tx
    .select({ accountId, secret, lastStep, sessionId: sessions.id, status: accounts.status })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(secondFactors, factorInUse)
    .where(isHalfSession(input.sessionToken))
    .for("no key update", { of: secondFactors });
  authorize(half !== undefined, "factorTooLate");
  const way = await takeCode(tx, half, input.code, device);
  if (!way) return null;
  const token = newToken();
  const made = await tx
    .update(sessions)
    .set({
      tokenHash: hashToken(token),
      secondFactorAt: sql`now()`,
      seenAt: sql`now()`,
      expiresAt: sql`now() + make_interval(days => ${SESSION_LIFE.days})`,
    })
    .where(and(eq(sessions.id, half.sessionId), isNull(sessions.secondFactorAt)))
    .returning({ id: sessions.id });
  authorize(made.length > 0, "factorTooLate");
  const browserSecret = await settleSession(tx, half, device);
  const { sessionId, status } = half;
  const actor = { accountId: half.accountId };
  await record(tx, actor, {
    name: "session.started",
    subjectType: "session",
    subjectId: sessionId,
    data: { way },
    personal: { ...actor, facts: factsOf(device) },
  });
  return { token, browserSecret, status, sessionId, actor, isHalf: false, owesFactor: false };
}

/**
 * Makes the secret of an app that is to be set up, in place of one that was offered before. Where an app is in use, a
 * code of it is asked: false when it is wrong, so commit before refusing. For the first app the proof of `lockProven` is
 * asked, since whoever holds a session alone would lock its owner out. Throws as that one, and `conflict` for a code
 * where no app is in use.
 */
export async function offerFactor(
  tx: Transaction,
  viewer: Viewer,
  input: { code?: string; currentPassword: string },
): Promise<boolean> {
  authorize(canHaveFactor(viewer));
  const { accountId } = viewer;
  if (input.code === undefined) await lockProven(tx, viewer, input.currentPassword);
  await tx.insert(secondFactors).values({ accountId }).onConflictDoNothing();
  const own = await lockFactor(tx, accountId);
  authorize(Boolean(own?.secret) || input.code === undefined, "conflict");
  if (own?.secret && !(await takeCode(tx, own, input.code ?? ""))) return false;
  const offeredSecret = sealSecret(accountId, newSecret());
  await tx
    .update(secondFactors)
    .set({ offeredSecret })
    .where(eq(secondFactors.accountId, accountId));
  await record(tx, viewer, accountEvent("factor.offered", accountId));
  return true;
}

/**
 * Takes the offered app in use with its first code and ends the other sessions. Gives ten recovery codes, which are kept
 * nowhere; null when the code is wrong, so commit before refusing. Throws `conflict` when no app was offered.
 */
export async function confirmFactor(
  tx: Transaction,
  viewer: Viewer,
  input: { code: string },
): Promise<string[] | null> {
  const { accountId, sessionId } = viewer;
  const own = await lockFactor(tx, accountId);
  authorize(canHaveFactor(viewer) && own !== undefined && own.offeredSecret !== null, "conflict");
  const step = readStep({ accountId, secret: own.offeredSecret }, input.code);
  if (step === null) {
    await record(tx, viewer, accountEvent("factor.refused", accountId));
    return null;
  }
  const inUse = { secret: own.offeredSecret, offeredSecret: null, lastStep: step };
  await tx
    .update(secondFactors)
    .set({ ...inUse, confirmedAt: sql`now()` })
    .where(eq(secondFactors.accountId, accountId));
  await tx.update(sessions).set({ secondFactorAt: sql`now()` }).where(eq(sessions.id, sessionId));
  await endSessions(tx, viewer, { accountId, kept: sessionId });
  await record(tx, viewer, accountEvent("factor.set-up", accountId), {
    tell: tellOfFactor(accountId),
  });
  return replaceCodes(tx, accountId);
}

/**
 * Ten new recovery codes in place of the old ones. Null when the code given for them is wrong, so commit before
 * refusing. Throws `moveNotAllowed` where no app is in use.
 */
export async function renewRecoveryCodes(
  tx: Transaction,
  viewer: Viewer,
  input: { code: string },
): Promise<string[] | null> {
  const { accountId } = viewer;
  const own = await lockFactor(tx, accountId);
  authorize(canHaveFactor(viewer) && own !== undefined && own.secret !== null, "moveNotAllowed");
  if (!(await takeCode(tx, own, input.code))) return null;
  await record(tx, viewer, accountEvent("factor.codes-renewed", accountId), {
    tell: tellOfFactor(accountId),
  });
  return replaceCodes(tx, accountId);
}

/**
 * Signing in takes one step again; the other sessions end. False when the code given for it is wrong, so commit before
 * refusing. Throws `moveNotAllowed` where the role needs a second factor or there is none.
 */
export async function switchOffFactor(
  tx: Transaction,
  viewer: Viewer,
  input: { code: string },
): Promise<boolean> {
  const { accountId, sessionId } = viewer;
  authorize(canSwitchOffFactor(viewer, isFactorRequired(viewer.role)), "moveNotAllowed");
  const own = await lockFactor(tx, accountId);
  authorize(own !== undefined && own.secret !== null, "moveNotAllowed");
  if (!(await takeCode(tx, own, input.code))) return false;
  await forgetFactor(tx, accountId);
  await endSessions(tx, viewer, { accountId, kept: sessionId });
  await record(tx, viewer, accountEvent("factor.switched-off", accountId), {
    tell: tellOfFactor(accountId, "/account#second-factor"),
  });
  return true;
}

/**
 * Takes app and codes off somebody who has lost them, and ends their sessions. With `since` only what was set up from
 * then on, without the letter that says the operator did it: the app with all its codes, else the newer codes. False
 * when there is no such app. Throws `notFound` for whoever may not.
 */
export async function resetFactor(
  tx: Transaction,
  actor: Actor,
  input: { accountId: string; since?: Date },
): Promise<boolean> {
  authorize(canResetFactor(actor));
  const { accountId, since } = input;
  if (!(await forgetFactor(tx, accountId, since))) return false;
  await endSessions(tx, "portal", { accountId });
  await record(tx, null, accountEvent("factor.reset", accountId), {
    tell: since ? undefined : tellOfFactor(accountId, "/sign-in"),
  });
  return true;
}

async function lockFactor(tx: Transaction, of: string) {
  const { accountId, secret, offeredSecret, lastStep } = secondFactors;
  const [own] = await tx
    .select({ accountId, secret, offeredSecret, lastStep })
    .from(secondFactors)
    .where(eq(accountId, of))
    .for("no key update");
  return own;
}

/** Uses a code of a locked factor up; tells by which way it came, or null and leaves a line of it. */
async function takeCode(
  tx: Transaction,
  factor: Factor,
  code: string,
  device?: Device,
): Promise<"app" | "recovery-code" | null> {
  const { accountId } = factor;
  if (await takeAppCode(tx, factor, code)) return "app";
  if (await takeRecoveryCode(tx, accountId, code)) return "recovery-code";
  const personal = device && { personal: { accountId, facts: factsOf(device) } };
  const isNews = await isGuessed(tx, accountId);
  const event = { ...accountEvent("factor.refused", accountId), ...personal };
  await record(tx, null, event, {
    tell: isNews ? tellOfFactor(accountId, "/forgotten-password") : undefined,
  });
  return null;
}

async function takeAppCode(tx: Transaction, factor: Factor, code: string): Promise<boolean> {
  const { accountId, lastStep } = factor;
  const step = readStep(factor, code);
  if (step === null || step <= (lastStep ?? 0)) return false;
  await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(eq(secondFactors.accountId, accountId));
  return true;
}

async function takeRecoveryCode(tx: Transaction, accountId: string, code: string) {
  const isOpen = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(and(isOpen, eq(recoveryCodes.codeHash, recoveryCodeHash(accountId, code))))
    .returning({ codeHash: recoveryCodes.codeHash });
  if (used.length === 0) return false;
  const left = await tx.$count(recoveryCodes, isOpen);
  const event = accountEvent("factor.code-used", accountId, { left });
  await record(tx, { accountId }, event, {
    tell: tellOfFactor(accountId, undefined, { left: String(left) }),
  });
  return true;
}

/** The step of a code of the sealed secret. Where AUTH_SECRET has changed it opens no more; recovery codes still work. */
function readStep({ accountId, secret }: Omit<Factor, "lastStep">, code: string): number | null {
  const opened = secret && openSecret(accountId, secret);
  return opened ? stepOf(opened, code) : null;
}

async function replaceCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  const rows = codes.map((code) => ({ accountId, codeHash: recoveryCodeHash(accountId, code) }));
  await tx.insert(recoveryCodes).values(rows);
  return codes;
}

async function forgetFactor(tx: Transaction, accountId: string, since?: Date): Promise<boolean> {
  const isLate = since && gte(secondFactors.confirmedAt, since);
  const gone = await tx
    .delete(secondFactors)
    .where(and(eq(secondFactors.accountId, accountId), isLate))
    .returning({ accountId: secondFactors.accountId });
  const isGone = gone.length > 0;
  const isNew = since && !isGone ? gte(recoveryCodes.createdAt, since) : undefined;
  await tx.delete(recoveryCodes).where(and(eq(recoveryCodes.accountId, accountId), isNew));
  return isGone;
}
