import { randomUUID } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import { expect } from "vitest";
import { query, transaction } from "@/db/client";
import type { EntryKind } from "@/db/enums";
import { makeAccount, makeMember } from "@/db/factories";
import { lettersOf } from "@/db/one-of-each-kind";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { notices } from "@/db/schema/notices";
import { readFacts } from "@/lib/core/events/facts";
import { parseFacts } from "@/lib/core/events/stored-facts";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { textsIn } from "@/lib/entries/description";
import { offerTranslations } from "@/lib/entries/offers.mutations";
import { publishRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { publishEntry, submitEntry } from "@/lib/entries/verbs.mutations";
import { KINDS, type KindRow, type Person } from "./kinds";

export type World = Awaited<ReturnType<typeof oneOnline>>;

/**
 * An entry of a kind that was handed in and came online by the verbs of its life, with those around it. Each of its texts
 * says one word that stands nowhere else: `word` gives it by the name of the text.
 */
export async function oneOnline(kind: EntryKind) {
  const row = KINDS[kind];
  const sign = lettersOf(randomUUID());
  const word = (name: string) => `q${name.toLowerCase()}${sign}`;
  const people = await transaction(async (tx) => ({
    keeper: await makeMember(tx, {}, row.owner === "none" ? { role: "administrator" } : {}),
    other: await makeMember(tx),
    moderator: await makeMember(tx, {}, { role: "moderator" }),
    administrator: await makeAccount(tx, { role: "administrator" }),
  }));
  const { keeper, moderator } = people;
  const texts = Object.fromEntries(
    textsIn(row.verbs.fields).map((name): [string, LocalizedText] => [
      name,
      { fr: namesIn(row, name).map(word).join("\n") },
    ]),
  );
  const { id, version } = await transaction((tx) => row.make(tx, keeper, texts));
  const { slug, isOnline } = await transaction((tx) =>
    submitEntry(tx, keeper, row.verbs, { id, version }),
  );
  if (!isOnline) {
    const handedIn = { id, version: version + 1 };
    await transaction((tx) => publishEntry(tx, moderator, row.verbs, handedIn));
  }
  const names = textsIn(row.verbs.fields)
    .flatMap((name) => namesIn(row, name))
    .sort();
  const read = {
    visitorsRead: [...row.visitorsRead].sort(),
    membersRead: [...row.membersRead].sort(),
  };
  const made = {
    kind,
    id,
    slug,
    sign,
    word,
    names,
    isOwned: row.owner === "member",
    isTold: row.owner !== "none",
  };
  return { ...row, ...read, ...made, ...people };
}

/** A list says two points, of which visitors may read one. */
function namesIn({ verbs }: KindRow, name: string): string[] {
  const field = verbs.fields[name];
  const isList = field?.kind === "text" && field.isList;
  return isList ? [`${name}First`, `${name}Rest`] : [name];
}

/** Which of its texts stand in what was read, or in a list of it. */
export function namesRead({ names, word }: World, found: unknown): string[] {
  const text = JSON.stringify(found ?? null, (_key, value) =>
    value instanceof Map ? [...value] : value,
  ).toLowerCase();
  return names.filter((name) => text.includes(word(name)));
}

/** Hands the open edit in, and lets the club team read it where that is needed. */
export async function bringEditOnline({ verbs, id, keeper, moderator }: World): Promise<void> {
  const [edit] = await query((db) =>
    db
      .select({ revisionId: entryRevisions.id, version: entryRevisions.version })
      .from(entryRevisions)
      .where(eq(entryRevisions.entryId, id)),
  );
  if (!edit) throw new Error("no edit is open");
  await transaction((tx) => submitRevision(tx, keeper, verbs, edit));
  const { revisionId } = edit;
  const [after] = await query((db) =>
    db
      .select({ state: entryRevisions.state, version: entryRevisions.version })
      .from(entryRevisions)
      .where(eq(entryRevisions.id, revisionId)),
  );
  if (after?.state !== "submitted") return;
  const handedIn = { revisionId, version: after.version };
  await transaction((tx) => publishRevision(tx, moderator, verbs, handedIn));
}

/** The entry as it is now. Throws where it is gone. */
export async function rowOf({ id }: World) {
  const [row] = await query((db) =>
    db
      .select({ version: entries.version, provenance: entries.provenance })
      .from(entries)
      .where(eq(entries.id, id)),
  );
  if (!row) throw new Error("the entry is gone");
  return row;
}

/** Refuses notices, read as letters, to these people that, in one of the languages, do not call it by its name or speak of a project instead. */
export async function requireOwnWords({ kind, called }: World, people: Person[]): Promise<void> {
  const ids = people.map(({ accountId }) => accountId);
  const { accountId, kind: told, data } = notices;
  const rows = await query((db) =>
    db.select({ told, data }).from(notices).where(inArray(accountId, ids)),
  );
  for (const locale of LOCALES) {
    const letters = rows.map((row) =>
      renderMail(row.told as MailKind, locale, readFacts(parseFacts(row.data), locale)),
    );
    const text = letters.map((letter) => `${letter.subject}\n${letter.text}`).join("\n");
    expect(text).toContain(called[locale]);
    if (kind !== "project") expect(text).not.toContain(KINDS.project.called[locale]);
  }
}

/** What the trail says of the entry, by name, the oldest first. */
export async function eventsOf({ id }: World): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name }) => name);
}

/** What an account is told by an act: the kinds of notices, by name. */
export async function heardOf({ accountId }: Person, act: () => Promise<unknown>) {
  const before = await noticesOf(accountId);
  await act();
  const fresh = (await noticesOf(accountId)).filter(
    ({ id }) => !before.some((one) => one.id === id),
  );
  return fresh.map(({ kind }) => kind);
}

/** All notices of an account, by their kind. */
export const noticesOf = (accountId: string) =>
  query((db) =>
    db
      .select({ id: notices.id, kind: notices.kind })
      .from(notices)
      .where(eq(notices.accountId, accountId))
      .orderBy(asc(notices.kind)),
  );

/** Somebody else offers its title in English. */
export async function offer(world: World, title: string) {
  const { verbs, slug, other } = world;
  const sheet = await getTranslationSheet(other, verbs, slug, "en", "fr");
  const { fingerprint = "", entryId = "" } = sheet ?? {};
  const input = { entryId, fingerprint, locale: "en", words: { title } } as const;
  await transaction((tx) => offerTranslations(tx, other, verbs, input));
}
