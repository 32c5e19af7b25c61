import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences, mails } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { ERASED_ADDRESS } from "../auth/erased-address";
import { greetingName } from "../auth/viewer-type";
import type { Locale } from "../i18n/locales";
import { isMailed, mailGroupOf } from "./mail-groups";
import { mailTimingOf } from "./mail-timing";
import { PRIORITY, queueJob } from "./queue-job";
import type { MailKind } from "./render-mail";

type Contents = { kind: MailKind; data: Record<string, string> };

type ToAccount = ({ accountId: string; address?: string } | { memberId: string }) & {
  kind: MailKind;
  data: Contents["data"] | ((locale: Locale) => Contents["data"]);
  /** The time of a kind that is not mailed at once has come. */
  isDue?: boolean;
  /** Another language than the account's, for whoever looks at all of them. */
  locale?: Locale;
};

/**
 * Puts a mail in the outbox of the transaction that causes it; the worker sends it, in the account's language.
 * One whose group the account has switched off, or whose account is not active, is left out, unless it is of the kinds
 * that are always sent. None goes to somebody who was erased. What an event causes is told by `record`: this is for
 * letters that no event causes.
 * `address` is another than the account's, which is being changed.
 * `data` fills the placeholders of `mails.<kind>` (`name` is known) and is emptied once the mail is sent.
 * A kind that is not mailed at once is left out until it `isDue`.
 * Gives the account with the mail, none where it waits or its group is switched off, and null for an account that is not
 * to be told or has muted the kind.
 */
export async function queueMail(
  tx: Transaction,
  mail: ToAccount,
): Promise<{ accountId: string; mailId: string | null } | null> {
  const { kind, data } = mail;
  const group = mailGroupOf(kind);
  const [account] = await tx
    .select({
      id: accounts.id,
      email: accounts.email,
      status: accounts.status,
      locale: accounts.locale,
      displayName: accounts.displayName,
      givenName: members.givenName,
      familyName: members.familyName,
      nameOrder: members.nameOrder,
      nameZh: members.nameZh,
      ...switchesOf(kind),
    })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where("accountId" in mail ? eq(accounts.id, mail.accountId) : eq(members.id, mail.memberId));
  if (!account || !isMailed(account, group)) return null;
  const { id: accountId, email, isOff, isMuted } = account;
  const locale = mail.locale ?? account.locale;
  const address = ("address" in mail && mail.address) || email;
  if (address.endsWith(ERASED_ADDRESS)) return null;
  if (group && isMuted) return null;
  if (isOff || !(mail.isDue || mailTimingOf(kind) === "at-once")) {
    return { accountId, mailId: null };
  }
  const told = typeof data === "function" ? data(locale) : data;
  const named = { name: greetingName(account, locale), ...told };
  const mailId = await putInOutbox(tx, { accountId, address, locale, kind, data: named });
  return { accountId, mailId };
}

/** Whether letters came back from the address that the account of a row has now: it gets none that can be switched off. */
export const isResting = sql<boolean>`(${accounts.restingAddress} is not distinct from ${accounts.email})`;

/** Whether the account of a row gets no mail of a kind's group, switched off or resting, and whether it muted the kind by itself. */
export function switchesOf(kind: MailKind) {
  const { accountId, topic } = mailPreferences;
  const isOff = (one: string) => sql<boolean>`exists (select from ${mailPreferences}
    where ${accountId} = ${accounts.id} and ${topic} = ${one})`;
  const group = mailGroupOf(kind);
  const isSilent = group ? sql<boolean>`(${isResting} or ${isOff(group)})` : sql<boolean>`false`;
  return { isOff: isSilent, isMuted: isOff(kind) };
}

/**
 * Somebody without an account: an applicant, a colleague who is invited, a guest of an event. `name` may be empty; `to`, where
 * their letters lead in place of a page that asks for an account.
 */
export type Addressee = {
  address: string;
  locale: Locale;
  name: string;
  applicationId?: string;
  guestId?: string;
  to?: string;
};

/** Puts a mail to somebody without an account in the outbox, in the language given. */
export async function queueMailTo(
  tx: Transaction,
  { address, locale, name, applicationId, guestId, to }: Addressee,
  { kind, data }: Contents,
): Promise<void> {
  const told = { name, ...data, ...(to && { to }) };
  await putInOutbox(tx, { applicationId, guestId, address, locale, kind, data: told });
}

async function putInOutbox(
  tx: Transaction,
  mail: typeof mails.$inferInsert & { kind: MailKind },
): Promise<string> {
  const mailId = randomUUID();
  await tx.insert(mails).values({ ...mail, id: mailId });
  // A code is not behind what an event that was called off tells a thousand people.
  const priority = mailGroupOf(mail.kind) ? PRIORITY.told : PRIORITY.awaited;
  await queueJob(tx, "send-mail", { mailId }, { priority });
  return mailId;
}
