import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeApplication, makeMember, makeProject } from "@/db/factories";
import { personInEveryTable } from "@/db/person-in-every-table";
import { rowsAsText } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { memberInvitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mail";
import { digests } from "@/db/schema/notices";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { eraseAccount } from "./erasure.mutations";
import { PERSONAL_DATA } from "./personal-data";
import { exportAccount } from "./queries";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(() => closeDatabase());

const FREE_TEXT = ["text", "jsonb", "ARRAY"];
/** The database takes only listed words here. */
const CHECKED = new Set(
  (
    "accounts.role accounts.status accounts.locale accounts.theme account_links.purpose members.name_order " +
    "members.original_locale mails.locale entries.kind entries.moderation projects.progress entries.original_locale " +
    "projects.profile_type entry_revisions.state rate_limits.key applications.state application_keys.purpose " +
    "application_messages.kind activities.direction activities.stage activities.visibility affiliations.role " +
    "affiliation_requests.kind affiliation_requests.state introductions.locale introduction_answers.answer introduction_passings.answer member_invitations.locale organisation_invitations.role organisation_invitations.state " +
    "notices.subject_type interests.state interests.locale interest_messages.kind interest_moves.state translation_offers.state " +
    "translation_offers.origin translation_wishes.locale question_translations.part question_translations.locale saved_searches.list files.kind entry_files.level entries.text_level entries.owner_level " +
    "entry_questions.locale entry_questions.answer_locale room_people.role room_invitations.role room_invitations.state room_messages.mentions room_translations.locale interest_translations.locale introduction_translations.locale match_notes.found " +
    "experience_opinions.stance experience_opinions.locale accounts.digest_rhythm imports.state desk_items.kind " +
    "desk_notes.subject_type reports.subject_type reports.state reports.reason_code dues_documents.kind dues_documents.locale dues_documents.way " +
    "mailings.kind mailings.state mailing_recipients.state event_people.role event_people.name " +
    "event_registrations.state event_registrations.verdict event_guests.email"
  ).split(" "),
);
/** What others wrote in the person's rows stays with them, and what the person translated of theirs. */
const OTHERS = new Set(["entry_questions.answer", "question_translations.words"]);
/** Nobody may write here afterwards; the values are set when the row is made. */
const SEALED = new Set([
  "audit_events",
  "decisions",
  "dues_documents",
  "entry_versions",
  "take_downs",
]);

type Column = { table: string; column: string; type: string };

async function listColumns(): Promise<Column[]> {
  const rows = await query((db) =>
    db.execute<Column>(sql`
      select table_name as table, column_name as column, data_type as type
      from information_schema.columns where table_schema = 'public' order by table_name = 'accounts', 1, 2`),
  );
  return [...rows];
}

function canaryFor({ table, column, type }: Column): SQL {
  const word = `canary-${table}-${column}`;
  if (type === "ARRAY") return sql`array[${word}]`;
  if (type === "jsonb") return sql`jsonb_build_object('fr', ${word}::text)`;
  return sql`${word}::text || gen_random_uuid()`;
}

/** Writes a recognisable word into every free text column of the person's rows; gives the words. */
async function plantCanaries(columns: Column[], accountId: string): Promise<string[]> {
  const id = sql`${accountId}::uuid`;
  const planted: string[] = [];
  for (const cell of columns) {
    const rule = PERSONAL_DATA[cell.table];
    const name = `${cell.table}.${cell.column}`;
    const isFree = FREE_TEXT.includes(cell.type) && !CHECKED.has(name) && !SEALED.has(cell.table);
    if (!rule?.rows || rule.columns[cell.column] === "impersonal" || !isFree) continue;
    const target = sql`update ${sql.identifier(cell.table)} set ${sql.identifier(cell.column)}`;
    const changed = await query((db) =>
      db.execute(sql`${target} = ${canaryFor(cell)} where ${rule.rows?.(id)} returning 1`),
    );
    expect(changed.length, `a row of the person in ${cell.table}`).toBeGreaterThan(0);
    planted.push(name);
  }
  return planted;
}

const tablesAsText = () => rowsAsText(Object.keys(PERSONAL_DATA));

describe("the map of personal data", () => {
  test("knows every column of every table, and no other", async () => {
    const columns = await listColumns();
    const stored = columns.map(({ table, column }) => `${table}.${column}`);
    const mapped = Object.entries(PERSONAL_DATA).flatMap(([table, { columns: names }]) =>
      Object.keys(names).map((column) => `${table}.${column}`),
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(mapped.sort()).toEqual(stored.sort());
  });

  test("erases a table by its rows or by its columns, never by both", () => {
    for (const [table, { columns }] of Object.entries(PERSONAL_DATA)) {
      const ways = new Set(
        Object.values(columns).map((rule) =>
          rule === "impersonal" || rule.erasure === "row" || rule.erasure === "stays"
            ? rule !== "impersonal" && rule.erasure
            : "value",
        ),
      );
      expect(ways.has("row") && ways.has("value"), table).toBe(false);
      expect(ways.has("row") && ways.has("stays"), table).toBe(false);
    }
  });
});

describe("export and erasure of a whole person", () => {
  let person: Viewer;
  let planted: string[];

  beforeAll(async () => {
    person = await transaction(personInEveryTable);
    const digest = { accountId: person.accountId, slot: "1970-01-05" };
    const [since, until] = [new Date(0), new Date(1)];
    await query((db) => db.insert(digests).values({ ...digest, since, until }));
    await query((db) =>
      db.execute(sql`insert into share_pictures (path, locale, version, content, entry_id)
        select '/projects/' || id, 'fr', '0', '', id from entries where owner_id = ${person.memberId} limit 1`),
    );
    planted = await plantCanaries(await listColumns(), person.accountId);
    // Found by the address, which was changed last.
    await query((db) =>
      db.execute(sql`update event_guests set email = accounts.email from accounts
        where accounts.id = ${person.accountId} and event_guests.name like 'canary-event_guests%'`),
    );
  });

  test("the export holds what the map says, and no secret", async () => {
    const text = JSON.stringify(await exportAccount(person));
    for (const name of planted) {
      const [table = "", column = ""] = name.split(".");
      const rule = PERSONAL_DATA[table]?.columns[column];
      const isExported = rule !== undefined && rule !== "impersonal" && rule.isExported === true;
      expect(text.includes(`canary-${table}-${column}`), name).toBe(isExported);
    }
    expect(text).toContain("canary-words");
    expect(text).not.toMatch(/password_hash|token_hash|code_hash/);
  });

  test("another person's export holds none of it", async () => {
    const other = await transaction(personInEveryTable);
    const { tables } = await exportAccount(other);
    const text = JSON.stringify(tables);
    expect(text).not.toContain(person.accountId);
    expect(text).not.toContain("canary-members");
  });

  test("erasure is refused to others and leaves no word, only the key", async () => {
    const { accountId } = person;
    const stranger = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
    const byStranger = transaction((tx) => eraseAccount(tx, stranger, { accountId }));
    await expect(byStranger).rejects.toMatchObject({ code: "notFound" });
    await transaction((tx) => eraseAccount(tx, "portal", { accountId }));
    const text = await tablesAsText();
    for (const name of planted) {
      expect(text.includes(`canary-${name.replace(".", "-")}`), name).toBe(OTHERS.has(name));
    }
    const { tables } = await exportAccount(person);
    expect(tables.accounts).toMatchObject([
      { email: `erased-${accountId}@erased.invalid`, status: "left", display_name: {} },
    ]);
    // The answered question of theirs is a former member's now.
    expect(tables.members).toMatchObject([{ family_name: "", given_name: "", name_zh: null }]);
    const left = JSON.stringify(tables).replaceAll("canary-entry_questions-answer", "");
    expect(left).not.toContain("canary");
    expect(tables.audit_events?.map(({ name }) => name)).toContain("account.erased");
  });

  test("erasing twice is the same as once", async () => {
    const { accountId } = person;
    const again = transaction((tx) => eraseAccount(tx, "portal", { accountId }));
    await expect(again).resolves.toEqual({ names: [], words: [] });
  });
});

test("why a place was not given stands in the export once it was told, and not before", async () => {
  const prepared = { verdict: "not-selected", reasonCode: "other", reasonWords: "canary" } as const;
  const registered = (values: object) =>
    transaction(async (tx) => {
      const member = await makeMember(tx);
      const { id: eventId } = await makeOpenEvent(tx);
      const party = { eventId, memberId: member.memberId, ...prepared, ...values };
      await makeRegistration(tx, party);
      return member;
    });
  const read = async (of: Viewer) => (await exportAccount(of)).tables.event_registrations?.[0];
  const told = await registered({ state: "not-selected", toldAt: new Date() });
  const nothing = { verdict: null, reason_code: null, reason_words: null };
  expect(await read(await registered({ state: "pending" }))).toMatchObject(nothing);
  expect(await read(told)).toMatchObject({ reason_code: "other", reason_words: "canary" });
});

test("who was invited reads in their export as whom, and who invited does not", async () => {
  const [inviter, invited] = await transaction(async (tx) => {
    const email = `${randomUUID()}@example.org`;
    const two = [await makeMember(tx), await makeMember(tx, {}, { email })] as const;
    await tx.insert(memberInvitations).values({
      ...{ invitedBy: two[0].memberId, email, locale: "fr", tokenHash: randomUUID() },
      ...{ familyName: "canary-invited", givenName: "", expiresAt: new Date() },
    });
    return two;
  });
  const read = async (of: Viewer) => (await exportAccount(of)).tables.member_invitations?.[0];
  expect(await read(invited)).toMatchObject({ family_name: "canary-invited" });
  expect(await read(inviter)).toMatchObject({ family_name: null });
});

test("applications and letters stay with who applied, whoever has their address by now", async () => {
  const email = `${randomUUID()}@example.org`;
  const apply = (words: string, rest: Parameters<typeof makeApplication>[1]) =>
    transaction((tx) => makeApplication(tx, { email, answers: { familyName: words }, ...rest }));
  const first = await transaction((tx) => makeMember(tx));
  await apply("canary-first", { state: "refused" });
  await apply("canary-first", { state: "approved", accountId: first.accountId });
  const letter = { accountId: first.accountId, address: email, kind: "roleChanged" };
  await query((db) => db.insert(mails).values({ ...letter, locale: "fr" }));
  const next = await transaction((tx) => makeMember(tx, {}, { email }));
  await apply("canary-next", { state: "withdrawn" });
  const read = async (of: Viewer) =>
    (await exportAccount(of)).tables.applications?.map(({ answers }) => answers);
  const [theirs, others] = [{ familyName: "canary-first" }, { familyName: "canary-next" }];
  expect([await read(first), await read(next)]).toEqual([[theirs, theirs], [others]]);
  expect((await exportAccount(next)).tables.mails).toEqual([]);
  await transaction((tx) => eraseAccount(tx, "portal", first));
  expect([await read(first), await read(next)]).toEqual([[], [others]]);
});

test("what others translated of a person's texts goes with the texts", async () => {
  const owner = await transaction(async (tx) => {
    const one = await makeMember(tx);
    const other = await makeMember(tx);
    const { id: entryId } = await makeProject(tx, one.memberId, { moderation: "published" });
    const offer = { entryId, memberId: other.memberId, field: "title", locale: "en" } as const;
    await tx.insert(translationOffers).values({ ...offer, words: "canary-translated" });
    return one;
  });
  await transaction((tx) => eraseAccount(tx, "portal", owner));
  expect(await tablesAsText()).not.toContain("canary-translated");
});

describe("the trail of decisions", () => {
  test.each([
    ["changed", sql`update decisions set verdict = 'published' where words = 'canary-words'`],
    ["reworded", sql`update decisions set words = 'other' where words = 'canary-words'`],
    ["deleted", sql`delete from decisions where words = 'canary-words'`],
    ["put back unsaid", sql`update take_downs set act = 'put-back', reason_code = null`],
    ["forgotten", sql`delete from take_downs where words = 'canary-take-down'`],
  ])("cannot be %s", async (_act, statement) => {
    await transaction(personInEveryTable);
    const attempt = query((db) => db.execute(statement));
    await expect(attempt).rejects.toThrow("append-only");
  });
});
