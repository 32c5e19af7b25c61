import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mailsToAll } from "@/db/read-back";
import { imports } from "@/db/schema/imports";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { keepImport, startImport, startUndo } from "@/lib/imports/mutations";
import { runImport, undoImport } from "@/lib/imports/run.mutations";
import { sendNextLinks } from "./links.mutations";
import { findArrival } from "./queries";

// As the worker does.
workAsOwner(60_000);

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

/** What may be another: it says that something happened. Jobs lie in a schema of their own. */
const STAYS = [
  ...["audit_events", "audit_details"], // the trail
  "imports", // the import itself: undone
  "public_epoch", // visitors' pages are drawn anew
];

/** Each change is a line there until the worker sums them up. */
const SUMS = sql`(select kind, audience, facet, sum(n) from search_counts
  group by kind, audience, facet having sum(n) <> 0)`;

/** What each of the club's tables holds, in one word and a number. */
async function hashes() {
  const tables = await query((db) =>
    db.execute<{ name: string }>(sql`select tablename as name from pg_tables
      where schemaname = 'public' order by tablename`),
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    if (STAYS.includes(name)) continue;
    const held = name === "search_counts" ? SUMS : sql.identifier(name);
    const [row] = await query((db) =>
      db.execute(sql`select md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as hash,
        count(*)::int as count from ${held} one`),
    );
    found[name] = row;
  }
  return found;
}

const columns = "Nom;Prénom;Nom chinois;E-mail;Organisation;Secteurs;Membre depuis".split(";");

/** People of organisations that the club does not know yet. */
const rows = Array.from({ length: 60 }, (_, index) => {
  const name = `Aubrac${[..."abcdefgh"][index % 8]}${index > 30 ? "ine" : ""}`;
  const place = `Filature Aubrac ${[..."ABCDEFG"][index % 7]}`;
  const cells = [name, "Odile", index % 2 ? "吴佳绫" : "", `aubrac-${index}@import.example.org`];
  return { number: index + 2, cells: [...cells, place, "Soie, luxe et mode", "2014-11-20"] };
});

const file = { kind: "csv", encoding: "utf-8", separator: ";", columns, rows } as const;

async function broughtIn() {
  const { id } = await transaction((tx) =>
    keepImport(tx, administrator, { fileName: "a.csv", file, locale: "fr" }),
  );
  await transaction((tx) => startImport(tx, administrator, { importId: id, version: 1 }));
  await transaction((tx) => runImport(tx, id));
  const [made] = await query((db) =>
    db.select({ brought: imports.brought }).from(imports).where(eq(imports.id, id)),
  );
  return { id, people: made?.brought.people ?? [] };
}

async function sentLinks(importId: string, ids: string[]): Promise<string[]> {
  const asked = { importId, again: false, day: today() };
  while ((await transaction((tx) => sendNextLinks(tx, administrator, asked))) > 0);
  const letters = await mailsToAll(ids);
  return letters.map(({ data }) => (data as { to: string }).to.split("token=")[1] ?? "");
}

test("a file whose links were sent is taken back to the last sign, and its links read withdrawn", async () => {
  const before = await hashes();
  expect(before).toMatchObject({ account_links: {}, mails: {}, notices: {}, search_counts: {} });
  const { id, people } = await broughtIn();
  expect(people).toHaveLength(60);
  const tokens = await sentLinks(
    id,
    people.map(({ accountId }) => accountId),
  );
  expect(new Set(tokens).size).toBe(60);
  expect(await findArrival(tokens[0] ?? "")).toMatchObject({ link: "open" });
  expect(await hashes()).not.toEqual(before);
  await transaction((tx) => startUndo(tx, administrator, { importId: id, version: 3 }));
  await transaction((tx) => undoImport(tx, id));
  expect(await hashes()).toEqual(before);
  for (const token of tokens) expect(await findArrival(token)).toEqual({ link: "withdrawn" });
});
