import "server-only";
import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accountLinks, accounts, knownBrowsers, sessions, signInCodes } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { verifyPassword } from "@/lib/core/auth/password";
import { hashToken, newCode } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { type ClubEvent, record } from "@/lib/core/events/record";
import { PROMISES } from "@/lib/core/i18n/promises";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { type Actor, canEndSessions, canSignIn } from "./policy";
import { sessionEnded } from "./session-event";
import { type Device, factsOf, type SignedIn, startSession } from "./starting.mutations";

const CODE_ATTEMPTS = 5;

type Way = "password" | "code" | "link";

/** With the browser's own secret in it, six digits cannot be guessed from the stored hash. */
const codeHash = (browser: string, code: string) => hashToken(`${browser}.${code}`);

/**
 * Signs in with a password, whatever the membership's status. Null when the address or the password is wrong: it took
 * as long either way, and a known account keeps a line of it, so commit before refusing. Throws `wrongCredentials` when
 * either changed meanwhile.
 */
export async function signInWithPassword(
  tx: Transaction,
  viewer: Viewer | null,
  input: { email: string; password: string },
  device: Device,
): Promise<SignedIn | null> {
  const [account] = await tx
    .select({
      id: accounts.id,
      email: accounts.email,
      status: accounts.status,
      passwordHash: accounts.passwordHash,
    })
    .from(accounts)
    .where(eq(accounts.email, input.email));
  const isRight = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (!account) return null;
  authorize(canSignIn(account));
  const signedIn = isRight ? await startSession(tx, viewer, account, device) : null;
  await record(tx, signedIn?.actor ?? null, signInEvent(account.id, "password", device, signedIn));
  return signedIn;
}

/**
 * Mails a one-time code for ten minutes, if the address has an account. `browser` is the secret id of the browser
 * that asks: the code works there only, and the one it was given before no longer does.
 */
export async function requestSignInCode(
  tx: Transaction,
  input: { email: string; browser: string },
): Promise<void> {
  const browserHash = hashToken(input.browser);
  await tx.delete(signInCodes).where(eq(signInCodes.browserHash, browserHash));
  const [account] = await tx
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(eq(accounts.email, input.email));
  if (!account) return;
  authorize(canSignIn(account));
  const code = newCode();
  await tx.insert(signInCodes).values({
    accountId: account.id,
    codeHash: codeHash(input.browser, code),
    browserHash,
    expiresAt: sql`now() + make_interval(mins => ${PROMISES.codeMinutes})`,
  });
  const data = { code, to: "/sign-in/code" };
  await queueMail(tx, { accountId: account.id, kind: "signInCode", data });
  await record(tx, null, {
    name: "session.code-requested",
    subjectType: "account",
    subjectId: account.id,
  });
}

/**
 * Signs in with the code mailed for this browser. Null when it is wrong, used, too old or was tried five times:
 * the attempt is counted, so commit before refusing.
 */
export async function signInWithCode(
  tx: Transaction,
  viewer: Viewer | null,
  input: { browser: string; code: string },
  device: Device,
): Promise<SignedIn | null> {
  const [open] = await tx
    .select({
      codeId: signInCodes.id,
      codeHash: signInCodes.codeHash,
      attempts: signInCodes.attempts,
      id: accounts.id,
      email: accounts.email,
      status: accounts.status,
    })
    .from(signInCodes)
    .innerJoin(accounts, eq(accounts.id, signInCodes.accountId))
    .where(
      and(
        eq(signInCodes.browserHash, hashToken(input.browser)),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(signInCodes.createdAt))
    .limit(1)
    .for("no key update", { of: signInCodes });
  if (!open || open.attempts >= CODE_ATTEMPTS) return null;
  authorize(canSignIn(open));
  const isRight = open.codeHash === codeHash(input.browser, input.code);
  await tx
    .update(signInCodes)
    .set(isRight ? { usedAt: sql`now()` } : { attempts: open.attempts + 1 })
    .where(eq(signInCodes.id, open.codeId));
  const signedIn = isRight ? await startSession(tx, viewer, open, device) : null;
  await record(tx, signedIn?.actor ?? null, signInEvent(open.id, "code", device, signedIn));
  return signedIn;
}

/**
 * Signs a person in by the one-time link of their welcome mail, or by that of who comes in, and uses it up. Null for a link
 * that is unknown, used or too old.
 */
export async function signInWithLink(
  tx: Transaction,
  viewer: Viewer | null,
  input: { token: string; purpose?: "first-sign-in" | "come-in" },
  device: Device,
): Promise<SignedIn | null> {
  const { token, purpose = "first-sign-in" } = input;
  const [link] = await tx
    .select({
      linkId: accountLinks.id,
      id: accounts.id,
      email: accounts.email,
      status: accounts.status,
    })
    .from(accountLinks)
    .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
    .where(
      and(
        eq(accountLinks.tokenHash, hashToken(token)),
        eq(accountLinks.purpose, purpose),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, sql`now()`),
      ),
    )
    .for("no key update", { of: accountLinks });
  if (!link) return null;
  authorize(canSignIn(link));
  await tx.update(accountLinks).set({ usedAt: sql`now()` }).where(eq(accountLinks.id, link.linkId));
  const signedIn = await startSession(tx, viewer, link, device);
  await record(tx, signedIn.actor, signInEvent(link.id, "link", device, signedIn));
  return signedIn;
}

function signInEvent(
  accountId: string,
  way: Way,
  device: Device,
  signedIn: SignedIn | null,
): ClubEvent {
  const name = signedIn?.isHalf ? "session.factor-asked" : "session.started";
  const subject = signedIn
    ? ({ name, subjectType: "session", subjectId: signedIn.sessionId } as const)
    : ({ name: "session.refused", subjectType: "account", subjectId: accountId } as const);
  return { ...subject, data: { way }, personal: { accountId, facts: factsOf(device) } };
}

/** Ends the session one is signed in with. */
export async function signOut(tx: Transaction, viewer: Viewer): Promise<void> {
  authorize(canEndSessions(viewer, viewer.accountId));
  await tx.delete(sessions).where(eq(sessions.id, viewer.sessionId));
  await record(tx, viewer, sessionEnded(viewer.sessionId));
}

/** Ends one of the viewer's own sessions and forgets its browser. Throws `notFound` for any other and for an ended one. */
export async function endSession(
  tx: Transaction,
  viewer: Viewer,
  input: { sessionId: string },
): Promise<void> {
  const own = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, input.sessionId), eq(sessions.accountId, viewer.accountId)))
    .returning({ id: sessions.id });
  authorize(own.length > 0);
  const { accountId, sessionId } = knownBrowsers;
  await tx
    .delete(knownBrowsers)
    .where(and(eq(accountId, viewer.accountId), eq(sessionId, input.sessionId)));
  await record(tx, viewer, sessionEnded(input.sessionId));
}

/**
 * Ends an account's sessions, except the one that is `kept`: each is dead at its next request. Forgets the browsers that
 * the account knows, except that of the kept session, keeps in the trail when the ended ones were last used, and cancels an address change and an app that wait: one of the others
 * may have asked for the one and seen the other's secret. Gives the number of sessions.
 * Throws `notFound` for whoever may not.
 */
export async function endSessions(
  tx: Transaction,
  actor: Actor,
  input: { accountId: string; kept?: string },
): Promise<number> {
  authorize(canEndSessions(actor, input.accountId));
  await tx
    .update(secondFactors)
    .set({ offeredSecret: null })
    .where(
      and(eq(secondFactors.accountId, input.accountId), isNotNull(secondFactors.offeredSecret)),
    );
  const others = input.kept ? ne(sessions.id, input.kept) : undefined;
  const gone = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, input.accountId), others))
    .returning({ seenAt: sessions.seenAt });
  const otherBrowsers = input.kept ? ne(knownBrowsers.sessionId, input.kept) : undefined;
  const forgotten = await tx
    .delete(knownBrowsers)
    .where(and(eq(knownBrowsers.accountId, input.accountId), otherBrowsers))
    .returning({ seenAt: knownBrowsers.seenAt });
  const seen = [...gone, ...forgotten].map(({ seenAt }) => seenAt.getTime());
  await tx
    .delete(accountLinks)
    .where(
      and(
        eq(accountLinks.accountId, input.accountId),
        eq(accountLinks.purpose, "change-address"),
        isNull(accountLinks.usedAt),
      ),
    );
  await record(tx, actor === "portal" ? null : actor, {
    name: "session.all-ended",
    subjectType: "account",
    subjectId: input.accountId,
    data: { count: gone.length, others: input.kept !== undefined },
    personal: seen.length
      ? { accountId: input.accountId, facts: { seenAt: new Date(Math.max(...seen)).toISOString() } }
      : undefined,
  });
  return gone.length;
}
