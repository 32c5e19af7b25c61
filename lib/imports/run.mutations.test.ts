import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { imports } from "@/db/schema/imports";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import type { ImportRow } from "./import-file";
import { keepImport, reviseImport, startImport, startUndo } from "./mutations";
import { runImport, undoImport } from "./run.mutations";

// As the worker does.
workAsOwner(60_000);

const COLUMNS =
  "Nom;Prénom;Nom chinois;E-mail;Organisation;Secteurs;Villes en Chine;Membre depuis;Rôle;Cotisation payée jusqu’au";
const columns = COLUMNS.split(";");
let run = 0;

/** As many rows, each in one of forty organisations. */
function rowsOf(count: number): ImportRow[] {
  run++;
  return Array.from({ length: count }, (_, index) => {
    const name = `Ferrand${letters(index)}`;
    const organisation = `Maison ${letters(run)} ${letters(index % 40)}`;
    const email = `person-${run}-${index}@import.example.org`;
    const cells = [name, "Odile", index % 2 ? "吴佳绫" : "", email, organisation];
    const rest = ["Soie, luxe et mode", "Shanghai", "2014-11-20", "administrator", "2026-12-31"];
    return { number: index + 2, cells: [...cells, ...rest] };
  });
}

const letters = (value: number) =>
  [...String(value)].map((digit) => "abcdefghij"[Number(digit)]).join("");

const fileOf = (rows: ImportRow[]) =>
  ({ kind: "csv", encoding: "utf-8", separator: ";", columns, rows }) as const;

let administrator: Viewer;
let other: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    other = await makeAccount(tx, { role: "administrator" });
  });
});

afterAll(closeDatabase);

const keep = (rows: ImportRow[], viewer = administrator) =>
  transaction((tx) =>
    keepImport(tx, viewer, { fileName: "a.csv", file: fileOf(rows), locale: "fr" }),
  );

async function bring(rows: ImportRow[], noted?: (rows: number) => Promise<void>) {
  const { id } = await keep(rows);
  await transaction((tx) => startImport(tx, administrator, { importId: id, version: 1 }));
  await transaction((tx) => runImport(tx, id, noted));
  return id;
}

const stateOf = async (id: string) => {
  const [row] = await query((db) =>
    db
      .select({
        state: imports.state,
        kept: imports.kept,
        brought: imports.brought,
        sheet: imports.sheet,
      })
      .from(imports)
      .where(eq(imports.id, id)),
  );
  if (!row) throw new Error("no such import");
  return row;
};

const TABLES = [
  "accounts",
  "members",
  "member_contacts",
  "organisations",
  "affiliations",
  "search_lines",
];

/** What the club's tables hold, in one word each. */
async function hashes() {
  const found: Record<string, unknown> = {};
  for (const table of TABLES) {
    const [row] = await query((db) =>
      db.execute(sql`select md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as hash,
        count(*)::int as count from ${sql.identifier(table)} one`),
    );
    found[table] = row;
  }
  return found;
}

const broughtIn = (rows: ImportRow[]) =>
  query((db) =>
    db
      .select({
        id: accounts.id,
        paidUntil: accounts.paidUntil,
        status: accounts.status,
        role: accounts.role,
        passwordHash: accounts.passwordHash,
        memberId: members.id,
        joinedOn: members.joinedOn,
        sectors: members.sectors,
        cities: members.cities,
        searchNames: members.searchNames,
        organisation: organisations.name,
      })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(affiliations, eq(affiliations.memberId, members.id))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(
        inArray(
          accounts.email,
          rows.map(({ cells }) => cells[3] ?? ""),
        ),
      )
      .orderBy(accounts.email),
  );

describe("a file of 300 people in 40 organisations", () => {
  let id: string;
  let rows: ImportRow[];
  let before: Awaited<ReturnType<typeof hashes>>;

  test("comes in whole: pending, without password, role or consent, found by name", async () => {
    rows = rowsOf(300);
    before = await hashes();
    const heard: number[] = [];
    id = await bring(rows, async (count) => void heard.push(count));
    const people = await broughtIn(rows);
    expect(people).toHaveLength(300);
    expect(new Set(people.map(({ organisation }) => organisation?.fr)).size).toBe(40);
    for (const person of people) {
      expect(person).toMatchObject({
        ...{ status: "pending", role: "member", passwordHash: null, joinedOn: "2014-11-20" },
        ...{ sectors: ["silk-luxury-fashion"], cities: ["shanghai"] },
      });
      expect(person.searchNames).toContain("ferrand");
    }
    const accountIds = people.map((one) => one.id);
    const agreed = await query((db) =>
      db.$count(consents, inArray(consents.accountId, accountIds)),
    );
    expect(agreed).toBe(0);
    expect(heard).toEqual([250, 300, 300]);
    const { state, sheet } = await stateOf(id);
    expect([state, sheet.rows]).toEqual(["done", []]);
  });

  test("is taken back to the last sign", async () => {
    await transaction((tx) => startUndo(tx, other, { importId: id, version: 3 }));
    await transaction((tx) => undoImport(tx, id));
    expect(await hashes()).toEqual(before);
    expect(await stateOf(id)).toMatchObject({ state: "undone", kept: [] });
  });
});

test("nothing is written of an import that ends in the middle", async () => {
  const rows = rowsOf(300);
  const before = await hashes();
  const broken = bring(rows, async () => {
    throw new Error("killed");
  });
  await expect(broken).rejects.toThrow("killed");
  expect(await hashes()).toEqual(before);
});

test("who changed since stays, with their organisation, and is named", async () => {
  const rows = rowsOf(3);
  const id = await bring(rows);
  const [changed] = await broughtIn(rows);
  if (!changed) throw new Error("nobody came in");
  await query((db) =>
    db
      .update(members)
      .set({ version: 2, updatedAt: new Date(), givenName: "Odette" })
      .where(eq(members.id, changed.memberId)),
  );
  await transaction((tx) => startUndo(tx, administrator, { importId: id, version: 3 }));
  await transaction((tx) => undoImport(tx, id));
  const left = await broughtIn(rows);
  expect(left.map((one) => one.memberId)).toEqual([changed.memberId]);
  const { kept } = await stateOf(id);
  expect(kept).toHaveLength(2);
  expect(kept).toContain(changed.memberId);
});

test("of two who start it at once one does, and it runs once", async () => {
  const rows = rowsOf(2);
  const { id } = await keep(rows);
  const asked = { importId: id, version: 1 };
  const starts = await Promise.allSettled([
    transaction((tx) => startImport(tx, administrator, asked)),
    transaction((tx) => startImport(tx, other, asked)),
  ]);
  expect(starts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(starts.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict" },
  });
  await Promise.allSettled([
    transaction((tx) => runImport(tx, id)),
    transaction((tx) => runImport(tx, id)),
  ]);
  expect(await broughtIn(rows)).toHaveLength(2);
  expect((await stateOf(id)).state).toBe("done");
});

test("a formula, or one address twice, stops the file until it is mended or left out", async () => {
  const rows = rowsOf(4);
  const [, formula, , twice] = rows;
  if (!formula || !twice) throw new Error("too few rows");
  formula.cells[0] = '=HYPERLINK("http://evil.example")';
  twice.cells[3] = (rows[0]?.cells[3] ?? "").toUpperCase();
  const { id } = await keep(rows);
  const start = (version: number) =>
    transaction((tx) => startImport(tx, administrator, { importId: id, version }));
  await start(1);
  const run1 = transaction((tx) => runImport(tx, id));
  await expect(run1).rejects.toMatchObject({ code: "importHasFaults" });
  await query((db) => db.update(imports).set({ state: "ready" }).where(eq(imports.id, id)));
  const revised = { cells: { "3:0": "Ferrandmended" }, choices: { 5: "skip" } };
  await transaction((tx) => reviseImport(tx, administrator, { importId: id, version: 2, revised }));
  await start(3);
  await transaction((tx) => runImport(tx, id));
  expect(await broughtIn(rows)).toHaveLength(3);
});

test("somebody the club knows is filled in, never changed, and emptied again", async () => {
  const rows = rowsOf(2);
  const emails = rows.map(({ cells }) => cells[3] ?? "");
  const known = { familyName: "Ferranda", givenName: "Odile", joinedOn: null };
  const [active, pending] = await transaction(async (tx) => [
    await makeMember(tx, known, { email: emails[0] }),
    await makeMember(tx, { ...known, cities: ["ningbo"] }, { email: emails[1], status: "pending" }),
  ]);
  const before = await hashes();
  const id = await bring(rows);
  const found = await broughtIn(rows);
  expect(found.find((one) => one.memberId === active?.memberId)).toMatchObject({
    ...{ status: "active", joinedOn: "2014-11-20", sectors: [], organisation: null },
    paidUntil: "2026-12-31",
  });
  expect(found.find((one) => one.memberId === pending?.memberId)).toMatchObject({
    ...{ status: "pending", sectors: ["silk-luxury-fashion"], cities: ["ningbo"] },
  });
  expect((await stateOf(id)).brought.people).toEqual([]);
  await transaction((tx) => startUndo(tx, administrator, { importId: id, version: 3 }));
  await transaction((tx) => undoImport(tx, id));
  const { search_lines: _, ...after } = await hashes();
  const { search_lines: __, members: was, ...same } = before;
  // Its search line is built anew where a factory left it empty.
  expect({ ...after, members: was }).toEqual({ ...same, members: was });
});

test("an organisation under another script of its name is joined", async () => {
  const name = { zh: "华岚贸易有限公司" };
  const content = { name, place: null, sectors: [] };
  const made = await transaction((tx) =>
    makeOrganisation(tx, { ...content, ...buildOrganisationSearch(content) }),
  );
  const rows = rowsOf(1);
  if (rows[0]) rows[0].cells[4] = "Hualan Maoyi Youxian Gongsi";
  const id = await bring(rows);
  const [person] = (await stateOf(id)).brought.people;
  expect(person?.organisationId).toBe(made.id);
});

test("moderators and members bring nobody in, nor an administrator who is none any more", async () => {
  const rows = rowsOf(1);
  for (const role of ["member", "moderator"] as const) {
    const viewer = await transaction((tx) => makeAccount(tx, { role }));
    await expect(keep(rows, viewer)).rejects.toMatchObject({ code: "notFound" });
  }
  const former = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  const { id } = await keep(rows, former);
  await transaction((tx) => startImport(tx, former, { importId: id, version: 1 }));
  await query((db) =>
    db.update(accounts).set({ role: "member" }).where(eq(accounts.id, former.accountId)),
  );
  await expect(transaction((tx) => runImport(tx, id))).rejects.toMatchObject({ code: "notFound" });
});
