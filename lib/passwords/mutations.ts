import "server-only";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accountLinks, accounts, signInCodes } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { hashPassword, verifyPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import { AppError, authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { PROMISES } from "@/lib/core/i18n/promises";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { endSessions } from "@/lib/sessions/mutations";
import { tellOfPassword } from "./notices";
import { passwordFault } from "./password-strength";
import { canHaveLink, type LinkPurpose, PASSWORD_LINKS } from "./policy";

const LINK_LIFE = {
  "reset-password": `${PROMISES.resetMinutes} minutes`,
  "first-administrator": `${PROMISES.firstHours} hours`,
  "first-sign-in": `${PROMISES.welcomeDays} days`,
  "come-in": `${PROMISES.arrivalDays} days`,
};

/** Mails a link to choose a new password within 30 minutes, if the address has an account. */
export async function requestPasswordReset(
  tx: Transaction,
  input: { email: string },
): Promise<void> {
  const [account] = await tx
    .select({ id: accounts.id, role: accounts.role, status: accounts.status })
    .from(accounts)
    .where(eq(accounts.email, input.email));
  if (!account) return;
  authorize(canHaveLink(account, "reset-password"));
  const token = await openLink(tx, { accountId: account.id, purpose: "reset-password" });
  const data = { to: `/reset-password?token=${token}` };
  await queueMail(tx, { accountId: account.id, kind: "passwordReset", data });
  await record(tx, null, accountEvent("password.reset-requested", account.id));
}

/**
 * Sets the password by a mailed or printed one-time link and ends every session and other such link. Throws `linkExpired` for a link that
 * is unknown, used or too old, and the faults of a password.
 */
export async function choosePassword(
  tx: Transaction,
  input: { token: string; password: string },
): Promise<void> {
  const [link] = await tx
    .select({
      id: accountLinks.id,
      accountId: accountLinks.accountId,
      purpose: accountLinks.purpose,
    })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.tokenHash, hashToken(input.token)),
        inArray(accountLinks.purpose, [...PASSWORD_LINKS]),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, sql`now()`),
      ),
    )
    .for("no key update");
  authorize(link !== undefined, "linkExpired");
  const { id, accountId, purpose } = link;
  await tx.update(accountLinks).set({ usedAt: sql`now()` }).where(eq(accountLinks.id, id));
  await storePassword(tx, accountId, input.password);
  await endSessions(tx, "portal", { accountId });
  await record(tx, { accountId }, accountEvent("password.chosen", accountId, { purpose }), {
    tell: tellOfPassword(accountId),
  });
}

/**
 * The password of a person who comes in, whom the caller has let in. Throws `notFound` for an account that is not pending,
 * and the faults of a password.
 */
export async function chooseFirstPassword(
  tx: Transaction,
  { accountId, password }: { accountId: string; password: string },
): Promise<void> {
  const purpose = "come-in";
  const { role, status } = accounts;
  const [account] = await tx
    .select({ role, status })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  authorize(account !== undefined && canHaveLink(account, purpose));
  await storePassword(tx, accountId, password);
  await endSessions(tx, "portal", { accountId });
  await record(tx, { accountId }, accountEvent("password.chosen", accountId, { purpose }));
}

/** Changes one's password and ends one's other sessions. Throws `wrongPassword` and the faults of a password. */
export async function changePassword(
  tx: Transaction,
  viewer: Viewer,
  input: { currentPassword: string; password: string },
): Promise<void> {
  const { accountId, sessionId } = viewer;
  const [account] = await tx
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("no key update");
  authorize(account !== undefined);
  const isRight = await verifyPassword(account.passwordHash, input.currentPassword);
  if (!isRight) throw new AppError("wrongPassword", { field: "currentPassword" });
  await storePassword(tx, accountId, input.password);
  await endSessions(tx, viewer, { accountId, kept: sessionId });
  await record(tx, viewer, accountEvent("password.changed", accountId), {
    tell: tellOfPassword(accountId),
  });
}

/**
 * Opens a one-time link to choose a password and closes an older one of its kind. Gives its secret, which only the
 * person may see. Throws `notFound` for an account that may not have such a link.
 */
export async function openLink(
  tx: Transaction,
  input: { accountId: string; purpose: LinkPurpose },
): Promise<string> {
  const { accountId, purpose } = input;
  const { role, status } = accounts;
  const [account] = await tx
    .select({ role, status })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  authorize(account !== undefined && canHaveLink(account, purpose));
  const older = and(eq(accountLinks.accountId, accountId), eq(accountLinks.purpose, purpose));
  // Whoever opens the older one to come in is told of the newer.
  if (purpose === "come-in") {
    const isOpen = and(older, isNull(accountLinks.usedAt));
    await tx.update(accountLinks).set({ usedAt: sql`now()` }).where(isOpen);
  } else await tx.delete(accountLinks).where(older);
  const token = newToken();
  await tx.insert(accountLinks).values({
    accountId,
    purpose,
    tokenHash: hashToken(token),
    expiresAt: sql`now() + ${LINK_LIFE[purpose]}::interval`,
  });
  await record(tx, null, accountEvent("password.link-opened", accountId, { purpose }));
  return token;
}

/** Refuses a password that is easy to guess for this person; closes the codes and links by mail that are open, which would let in without it. */
async function storePassword(tx: Transaction, accountId: string, password: string): Promise<void> {
  const { email, displayName } = accounts;
  const { givenName, familyName } = members;
  const [person] = await tx
    .select({ email, displayName, givenName, familyName })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  authorize(person !== undefined);
  const names = [
    person.givenName ?? "",
    person.familyName ?? "",
    ...Object.values(person.displayName),
  ];
  const fault = passwordFault(password, [env().CLUB_NAME, person.email, ...names]);
  if (fault) throw new AppError(fault, { field: "password" });
  const passwordHash = await hashPassword(password);
  await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
  await tx.delete(signInCodes).where(eq(signInCodes.accountId, accountId));
  const letsIn = inArray(accountLinks.purpose, [...PASSWORD_LINKS, "first-sign-in"]);
  await tx
    .delete(accountLinks)
    .where(and(eq(accountLinks.accountId, accountId), letsIn, isNull(accountLinks.usedAt)));
}
