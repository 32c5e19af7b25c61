import { eq, inArray, sql } from "drizzle-orm";
import { query } from "./client";
import { type ReferenceList, referenceItem, referenceLabel } from "./reference/lists";
import { accounts } from "./schema/accounts";
import { affiliationRequests, affiliations } from "./schema/affiliations";
import { auditEvents } from "./schema/audit";
import { mails } from "./schema/mail";
import { notices } from "./schema/notices";

/** What tests read back of what was written, beside the rooms' own reads. */

/** Where what visitors' pages go by stands. */
export async function readEpoch(on: {
  unsafe(text: string): PromiseLike<readonly Record<string, unknown>[]>;
}): Promise<number> {
  const [row] = await on.unsafe("select sum(epoch) as epoch from public_epoch");
  return Number(row?.epoch);
}

/** What became of an act: `done`, or the code of its refusal. */
export const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "done",
    ({ code }) => code,
  );

/** Whether anybody waits for a lock that another transaction holds. */
export async function isAnybodyWaiting(): Promise<boolean> {
  const waits = sql`select exists (select from pg_locks where not granted) as waiting`;
  const [row] = await query((db) => db.execute<{ waiting: boolean }>(waits));
  return row?.waiting ?? false;
}

/** Every row of these tables as text, to look for words that must not be there. */
export async function rowsAsText(tables: readonly string[]): Promise<string> {
  const read = (table: string) =>
    query((db) =>
      db.execute<{ row: string }>(sql`select t::text as row from ${sql.identifier(table)} t`),
    );
  const rows = await Promise.all(tables.map(read));
  return rows.flatMap((ofTable) => ofTable.map(({ row }) => row)).join("\n");
}

/** What a member has asked of an organisation, in suites where they ask once. */
export async function requestOf({ memberId }: { memberId: string }) {
  const { id: requestId, state, decidedBy } = affiliationRequests;
  const [row] = await query((db) =>
    db
      .select({ requestId, state, decidedBy })
      .from(affiliationRequests)
      .where(eq(affiliationRequests.memberId, memberId)),
  );
  if (!row) throw new Error("nothing was asked");
  return row;
}

/** The organisations a member belongs to. */
export function placesOf({ memberId }: { memberId: string }) {
  const { organisationId, role, isMain } = affiliations;
  return query((db) =>
    db
      .select({ organisationId, role, isMain })
      .from(affiliations)
      .where(eq(affiliations.memberId, memberId)),
  );
}

/** The mails put in the outbox for an account, oldest first. */
export function mailsTo({ accountId }: { accountId: string }) {
  const { kind, locale, data, createdAt } = mails;
  return query((db) =>
    db
      .select({ kind, locale, data })
      .from(mails)
      .where(eq(mails.accountId, accountId))
      .orderBy(createdAt),
  );
}

/** The mails put in the outbox for several accounts, each with whose it is. */
export function mailsToAll(accountIds: readonly string[]) {
  const { accountId, kind, locale, data } = mails;
  return query((db) =>
    db
      .select({ accountId, kind, locale, data })
      .from(mails)
      .where(inArray(accountId, [...accountIds])),
  );
}

/** The mails put in the outbox for an address, oldest first. */
export function lettersTo(address: string) {
  const { kind, locale, data, createdAt } = mails;
  return query((db) =>
    db
      .select({ kind, locale, data })
      .from(mails)
      .where(eq(mails.address, address))
      .orderBy(createdAt),
  );
}

/** Their kinds alone. */
export const mailKindsTo = async (address: string): Promise<string[]> =>
  (await lettersTo(address)).map(({ kind }) => kind);

/** The names of what the trail holds on a subject, oldest first. */
export async function eventsOn(subjectId: string): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subjectId))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name }) => name);
}

/** What an account was told, oldest first, as its list of notices reads it; by mail at once or not. */
export async function toldTo({ accountId }: { accountId: string }) {
  const { kind, data, createdAt, id } = notices;
  const rows = await query((db) =>
    db
      .select({ kind, data, locale: accounts.locale })
      .from(notices)
      .innerJoin(accounts, eq(accounts.id, notices.accountId))
      .where(eq(notices.accountId, accountId))
      .orderBy(createdAt, id),
  );
  return rows.map(({ data: facts, ...row }) => ({
    ...row,
    data: Object.fromEntries(
      Object.entries(facts as Record<string, StoredFact>).map(([name, fact]) => [
        name,
        readStored(fact, row.locale),
      ]),
    ),
  }));
}

type StoredFact =
  | string
  | { text: Partial<Record<Language, string>>; original?: Language }
  | { reason: string; list: ReferenceList }
  | { label: string; list: ReferenceList };
type Language = "fr" | "en" | "zh";

function readStored(fact: StoredFact, locale: Language): string {
  if (typeof fact === "string") return fact;
  if ("label" in fact) return referenceLabel(fact.list, fact.label, locale);
  if ("reason" in fact) return referenceItem(fact.list, fact.reason)?.message?.[locale] ?? "";
  return fact.text[locale] || fact.text.en || (fact.original && fact.text[fact.original]) || "";
}
