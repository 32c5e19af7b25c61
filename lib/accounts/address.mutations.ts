import "server-only";
import { and, eq, gte, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { accountLinks, accounts, signInCodes } from "@/db/schema/accounts";
import { applicationKeys, applications } from "@/db/schema/applications";
import { mails } from "@/db/schema/mail";
import { memberContacts } from "@/db/schema/members";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { SECURITY_MAILS } from "@/lib/core/mail/mail-groups";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { withdrawFeed } from "@/lib/events/feeds.mutations";
import { openLink } from "@/lib/passwords/mutations";
import { resetFactor } from "@/lib/second-factor/mutations";
import { endSessions } from "@/lib/sessions/mutations";
import { type AddressLink, findHolder, isAskedRightly, lockLinked } from "./address.queries";
import { withdrawErasure } from "./erasure-request.mutations";
import { tellFormer, tellOwner } from "./notices";
import {
  ADDRESS_HOURS,
  canAskAddressFor,
  canChangeAddress,
  isAddressUnproven,
  UNDO_DAYS,
} from "./policy";
import { type Behalf, lockAsked } from "./proof.queries";

/**
 * Mails a link to a new address, valid 24 hours; an older one no longer works. The current address hears of it. To an
 * address that has an account, or that its former owner may still come back to, a letter says so instead: whoever asks
 * cannot tell. An administrator asks it `of` somebody's account, where it is confirmed and undone the same way; of who never
 * came in it is put right at once.
 * Throws as `lockAsked`, `moveNotAllowed`, and `addressUnchanged` on `email`.
 */
export async function requestAddressChange(
  tx: Transaction,
  viewer: Viewer,
  input: { email: string; currentPassword: string; of?: Behalf },
): Promise<{ isMoved: boolean }> {
  const { email: address, of } = input;
  const { account, actor } = await lockAsked(tx, viewer, input);
  if (of) authorize(canAskAddressFor(actor, account), "moveNotAllowed");
  else authorize(canChangeAddress(actor, account));
  const accountId = account.id;
  if (address === account.email) throw new AppError("addressUnchanged", { field: "email" });
  if (of && isAddressUnproven(account)) {
    const [from, to] = [account.email, address];
    await moveAddress(tx, { accountId, from, to });
    // Whoever reads there may have come by a code: not one of their ways in is the person's.
    await shutOut(tx, account, new Date(0));
    // Nobody there was written to.
    await tx
      .update(accounts)
      .set({ invitedOn: null, remindedOn: null })
      .where(eq(accounts.id, accountId));
    await tx
      .update(memberContacts)
      .set({ email: to })
      .where(and(eq(memberContacts.email, from), isOwnContact(accountId)));
    await record(tx, actor, onAddress("account.address-changed", accountId, { from, to }));
    return { isMoved: true };
  }
  await record(tx, actor, onAddress("account.address-asked", accountId, { to: address }), {
    tell: tellOwner(accountId, { to: "/forgotten-password" }),
  });
  await tx.delete(accountLinks).where(isLinkOf(accountId, ["change-address"]));
  const holder = await findHolder(tx, address, accountId);
  if (holder) {
    const data = { to: "/sign-in" };
    await queueMail(tx, { accountId: holder, address, kind: "addressInUse", data });
    return { isMoved: false };
  }
  const token = await openAddressLink(tx, { accountId, purpose: "change-address", address });
  const data = { to: `/new-address?token=${token}` };
  await queueMail(tx, { accountId, address, kind: "addressToConfirm", data });
  return { isMoved: false };
}

const isOwnContact = (accountId: string) =>
  sql`${memberContacts.memberId} = (select id from members where account_id = ${accountId}::uuid)`;

/**
 * Gives an account the address that its link was mailed to. Every session ends but the viewer's own; the old address
 * gets a letter with a link that undoes the change for 7 days.
 * Throws `linkExpired` for a link that is unknown, used or too old, or that an administrator asked for who is none any more,
 * and `addressTaken`.
 */
export async function confirmAddress(
  tx: Transaction,
  viewer: Viewer | null,
  { token }: { token: string },
): Promise<void> {
  const link = await lockLinked(tx, token, "change-address");
  authorize(link !== null && canChangeAddress(link, link.account), "linkExpired");
  authorize(await isAskedRightly(tx, link.accountId), "linkExpired");
  await consumeLink(tx, link);
  const { accountId, to } = link;
  const from = link.account.email;
  await moveAddress(tx, { accountId, from, to }, SECURITY_MAILS);
  await tx
    .delete(accountLinks)
    .where(and(isLinkOf(accountId, ["undo-address"]), eq(accountLinks.email, to)));
  const kept = viewer?.accountId === accountId ? viewer.sessionId : undefined;
  await endSessions(tx, "portal", { accountId, kept });
  const undo = await openAddressLink(tx, { accountId, purpose: "undo-address", address: from });
  await record(tx, { accountId }, onAddress("account.address-changed", accountId, { from, to }), {
    tell: tellFormer({ accountId, address: from }, { to: `/undo-address?token=${undo}` }),
  });
}

/**
 * Gives an account back the address it had before a change. Every session ends and the password is gone, since whoever
 * changed the address knew it; so are the app, the recovery codes and the calendar's address made since, and a request for erasure. Later ways
 * back close, earlier ones stay. Gives the secret of a link to choose a new password.
 * Throws `linkExpired`, `addressTaken`.
 */
export async function undoAddressChange(
  tx: Transaction,
  { token }: { token: string },
): Promise<{ passwordToken: string }> {
  const link = await lockLinked(tx, token, "undo-address");
  authorize(link !== null && canChangeAddress(link, link.account), "linkExpired");
  await consumeLink(tx, link);
  const { accountId, to, openedAt } = link;
  const from = link.account.email;
  if (from !== to) await moveAddress(tx, { accountId, from, to });
  await shutOut(tx, link.account, openedAt);
  const isNews = from !== to;
  await record(tx, { accountId }, onAddress("account.address-restored", accountId, { from, to }), {
    tell: isNews ? tellFormer({ accountId, address: from }, { to: "/sign-in" }) : undefined,
  });
  return { passwordToken: await openLink(tx, { accountId, purpose: "reset-password" }) };
}

/**
 * Closes an account to who had its address: sessions and password, and of `since` then ways back, app and codes, the calendar's
 * address, and a request for erasure.
 */
async function shutOut(
  tx: Transaction,
  { id: accountId, erasureDueAt }: { id: string; erasureDueAt: Date | null },
  since: Date,
): Promise<void> {
  await tx
    .delete(accountLinks)
    .where(and(isLinkOf(accountId, ["undo-address"]), gte(accountLinks.createdAt, since)));
  await tx.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, accountId));
  if (erasureDueAt) await withdrawErasure(tx, { accountId });
  await resetFactor(tx, "portal", { accountId, since });
  await withdrawFeed(tx, { accountId }, since);
  await endSessions(tx, "portal", { accountId });
}

type Linked = NonNullable<Awaited<ReturnType<typeof lockLinked>>>;

/** Uses a link up; of two who send it the second is told. */
async function consumeLink(tx: Transaction, link: Linked): Promise<void> {
  const taken = await tx
    .update(accountLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(accountLinks.id, link.linkId), isNull(accountLinks.usedAt)))
    .returning({ id: accountLinks.id });
  authorize(taken.length > 0, "linkExpired");
}

/** What was mailed to the old address no longer opens anything; what still waits goes to the new one, but for `staying`. */
async function moveAddress(
  tx: Transaction,
  { accountId, from, to }: { accountId: string; from: string; to: string },
  staying: readonly MailKind[] = [],
): Promise<void> {
  authorize((await findHolder(tx, to, accountId)) === null, "addressTaken");
  try {
    await tx.update(accounts).set({ email: to }).where(eq(accounts.id, accountId));
  } catch (error) {
    if (!isUniqueViolation(error, "accounts_email_unique")) throw error;
    throw new AppError("addressTaken");
  }
  await tx.delete(signInCodes).where(eq(signInCodes.accountId, accountId));
  await tx
    .delete(accountLinks)
    .where(
      and(
        isLinkOf(accountId, ["reset-password", "first-sign-in", "come-in", "change-address"]),
        isNull(accountLinks.usedAt),
      ),
    );
  // Earlier applications are found by the address: by the club team, by export and erasure.
  const ended = inArray(applications.state, ["approved", "refused", "withdrawn"]);
  const earlier = tx
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.email, from), ended));
  await tx.delete(applicationKeys).where(inArray(applicationKeys.applicationId, earlier));
  await tx
    .update(applications)
    .set({ email: to })
    .where(and(eq(applications.email, from), ended));
  const waits = and(eq(mails.address, from), isNull(mails.sentAt));
  await tx
    .update(mails)
    .set({ address: to })
    .where(and(eq(mails.accountId, accountId), waits, notInArray(mails.kind, [...staying])));
}

/** Opens a one-time link that gives an account an address; gives its secret. */
async function openAddressLink(
  tx: Transaction,
  { accountId, purpose, address }: { accountId: string; purpose: AddressLink; address: string },
): Promise<string> {
  const token = newToken();
  const life =
    purpose === "change-address"
      ? sql`make_interval(hours => ${ADDRESS_HOURS})`
      : sql`make_interval(days => ${UNDO_DAYS})`;
  await tx.insert(accountLinks).values({
    accountId,
    purpose,
    email: address,
    tokenHash: hashToken(token),
    expiresAt: sql`now() + ${life}`,
  });
  return token;
}

type Purpose = typeof accountLinks.$inferSelect.purpose;

const isLinkOf = (accountId: string, purposes: Purpose[]) =>
  and(eq(accountLinks.accountId, accountId), inArray(accountLinks.purpose, purposes));

const onAddress = (name: string, accountId: string, facts: Record<string, string>) =>
  ({ name, subjectType: "account", subjectId: accountId, personal: { accountId, facts } }) as const;
