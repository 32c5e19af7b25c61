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
import { PRIORITY, queueJobs } from "./queue-job";
import type { MailKind } from "./render-mail";

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

/** Somebody with an account, by its key or their member's; `address` is another than the account's, which is being changed. */
type Holder = { accountId: string; address?: string } | { memberId: string };

/** Who hears of something. */
export type Recipient = Holder | Addressee;

/** What fills the placeholders of `mails.<kind>` (`name` is known), emptied once the mail is sent. */
type Words = Record<string, string>;

type Letter<To> = To & { data: Words | ((locale: Locale) => Words) } & {
  /** The time of a kind that is not mailed at once has come. */
  isDue?: boolean;
  /** Another language than the account's, for whoever looks at all of them. */
  locale?: Locale;
};

/** The account of whoever is told, with the mail: none where it waits or its group is switched off. */
type Queued = { accountId: string; mailId: string | null };

type Outgoing = typeof mails.$inferInsert & { id: string };

/**
 * Puts mails of one kind in the outbox of the transaction that causes them; the worker sends them, each in the language of its
 * account or, to somebody without one, in the language given.
 * One whose group the account has switched off, or whose account is not active, is left out, unless the kind is one
 * that is always sent. None goes to somebody who was erased. What an event causes is told by `record`: this is for
 * letters that no event causes.
 * A kind that is not mailed at once is left out until it `isDue`.
 * Gives for each in their order whom it is for: null for an account that is not to be told or has muted the kind, and
 * for somebody without one.
 */
export async function queueMails(
  tx: Transaction,
  kind: MailKind,
  letters: readonly Letter<Recipient>[],
): Promise<(Queued | null)[]> {
  const accountOf = await readAccounts(tx, kind, letters.filter(isToHolder));
  const outgoing: Outgoing[] = [];
  const queued = letters.map((letter) => {
    const { mail, accountId } = isToHolder(letter)
      ? toHolder(kind, letter, accountOf(letter))
      : { mail: toAddressee(kind, letter), accountId: null };
    if (mail) outgoing.push(mail);
    return accountId === null ? null : { accountId, mailId: mail?.id ?? null };
  });
  await putInOutbox(tx, kind, outgoing);
  return queued;
}

/** The same of one mail. */
export async function queueMail(
  tx: Transaction,
  { kind, ...letter }: Letter<Recipient> & { kind: MailKind },
): Promise<Queued | null> {
  const [queued = null] = await queueMails(tx, kind, [letter]);
  return queued;
}

const isToHolder = (letter: Letter<Recipient>): letter is Letter<Holder> =>
  "accountId" in letter || "memberId" in letter;

type Account = Awaited<ReturnType<typeof selectAccounts>>[number];

/** Reads whose accounts they are, all in one statement whose text does not depend on how many. */
async function readAccounts(tx: Transaction, kind: MailKind, letters: readonly Letter<Holder>[]) {
  const rows = letters.length > 0 ? await selectAccounts(tx, kind, letters) : [];
  const byAccount = new Map(rows.map((row) => [row.id, row]));
  const byMember = new Map(rows.map((row) => [row.memberId, row]));
  return (letter: Letter<Holder>) =>
    "accountId" in letter ? byAccount.get(letter.accountId) : byMember.get(letter.memberId);
}

function selectAccounts(tx: Transaction, kind: MailKind, letters: readonly Letter<Holder>[]) {
  const asArray = (ids: readonly string[]) => sql`${`{${ids}}`}::uuid[]`;
  const keys = letters.flatMap((one) => ("accountId" in one ? [one.accountId] : []));
  const ofMembers = letters.flatMap((one) => ("accountId" in one ? [] : [one.memberId]));
  const ids = sql`select unnest(${asArray(keys)}) union all
    select ${members.accountId} from ${members} where ${members.id} = any(${asArray(ofMembers)})`;
  return tx
    .select({
      id: accounts.id,
      memberId: members.id,
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
    .where(sql`${accounts.id} = any(array(${ids}))`);
}

function toHolder(
  kind: MailKind,
  letter: Letter<Holder>,
  account: Account | undefined,
): { accountId: string | null; mail: Outgoing | null } {
  const nobody = { accountId: null, mail: null };
  const group = mailGroupOf(kind);
  if (!account || !isMailed(account, group)) return nobody;
  const { id: accountId, email, isOff, isMuted } = account;
  const locale = letter.locale ?? account.locale;
  const address = ("address" in letter && letter.address) || email;
  if (address.endsWith(ERASED_ADDRESS) || (group && isMuted)) return nobody;
  const isSent = !isOff && (letter.isDue || mailTimingOf(kind) === "at-once");
  if (!isSent) return { accountId, mail: null };
  const data = { name: greetingName(account, locale), ...wordsIn(letter, locale) };
  return { accountId, mail: { id: randomUUID(), accountId, address, locale, kind, data } };
}

function toAddressee(kind: MailKind, letter: Letter<Addressee>): Outgoing {
  const { address, locale, name, applicationId, guestId, to } = letter;
  const data = { name, ...wordsIn(letter, locale), ...(to && { to }) };
  return { id: randomUUID(), applicationId, guestId, address, locale, kind, data };
}

const wordsIn = ({ data }: Pick<Letter<Recipient>, "data">, locale: Locale): Words =>
  typeof data === "function" ? data(locale) : data;

async function putInOutbox(tx: Transaction, kind: MailKind, outgoing: Outgoing[]): Promise<void> {
  if (outgoing.length === 0) return;
  await tx.insert(mails).values(outgoing);
  // A code is not behind what an event that was called off tells a thousand people.
  const priority = mailGroupOf(kind) ? PRIORITY.told : PRIORITY.awaited;
  await queueJobs(
    tx,
    "send-mail",
    outgoing.map(({ id }) => ({ mailId: id })),
    { priority },
  );
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
