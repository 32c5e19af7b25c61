import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { ENTRY_KINDS } from "@/db/enums";
import { mails } from "@/db/schema/mail";
import { listFiles, readSource } from "../house/house-files";
import { type MadeWorld, makeWorld, recordTold } from "./made-world";
import { listNoticeRows, listTables, rowsOf } from "./notice-rows";
import { toldIn } from "./told";
import { PEOPLE, WORLD_ON_PAPER } from "./told-world";

let world: MadeWorld;

beforeAll(async () => {
  world = await makeWorld("Soieries");
});

afterAll(closeDatabase);

const ROWS = listNoticeRows();
const EVENTS = Object.keys(toldIn(WORLD_ON_PAPER));

const nameOf = (accountId: string) =>
  PEOPLE.find((one) => world[one].accountId === accountId) ?? accountId;

test("every row of every table is told here, and nothing else", () => {
  const told = Object.entries(toldIn(WORLD_ON_PAPER)).flatMap(([event, { hears }]) =>
    Object.keys(hears).map((who) => `${event} ${who}`),
  );
  const untold = ROWS.map(({ event, who }) => `${event} ${who}`).filter(
    (row) => !told.includes(row) && !row.startsWith("revision."),
  );
  expect(untold).toEqual([]);
  const unknown = EVENTS.filter((event) => !ROWS.some((row) => row.event === event));
  // What is told of by no row is told of to nobody: these are named so that nobody looks for one.
  expect(unknown).toEqual(["cooperation.submitted", "event.submitted"]);
});

test.each(EVENTS)("%s is told to those of its rows, each by its kind", async (event) => {
  const told = toldIn(world)[event];
  if (!told) throw new Error(`nothing is told of ${event}`);
  const rows = ROWS.filter((row) => row.event === event);
  const expected = rows.flatMap(({ who, kind }) => {
    const hearing = told.hears[who] ?? [];
    return hearing === "letter" ? [] : hearing.map((one) => `${nameOf(one.accountId)} ${kind}`);
  });
  const heard = await recordTold(event, told);
  expect(heard.map(({ accountId, kind }) => `${nameOf(accountId)} ${kind}`).sort()).toEqual(
    expected.sort(),
  );
});

test.each(ROWS.filter(({ who }) => ["former", "applicant", "invited"].includes(who)))(
  "$event is told by a letter to an address",
  async ({ event, kind }) => {
    const told = toldIn(world)[event];
    if (!told) throw new Error(`nothing is told of ${event}`);
    const before = await letters(kind);
    await recordTold(event, told);
    expect((await letters(kind)) - before).toBe(1);
  },
);

const letters = (kind: string) =>
  query((db) =>
    db.$count(mails, sql`${mails.kind} = ${kind} and ${mails.address} = 'former@example.org'`),
  );

test("the tables are read as they stand in the sources", () => {
  expect(rowsOf('"room.left": { others: "roomPersonLeft", one: "roomLead" },')).toEqual([
    { event: "room.left", who: "others", kind: "roomPersonLeft" },
    { event: "room.left", who: "one", kind: "roomLead" },
  ]);
  const ofQuestions = ["[`$", "{kind}.question-asked`, ", '{ owner: "x" }]'].join("");
  expect(rowsOf(ofQuestions)).toHaveLength(ENTRY_KINDS.length);
  const telling = listFiles("lib").filter(
    (file) => /\b(tellBy|tellingOwners)\(/.test(readSource(file)) && !/\.test\.ts$/.test(file),
  );
  const tables = listTables();
  expect(telling.filter((file) => !tables.includes(file))).toEqual([]);
  expect(ROWS.length).toBeGreaterThan(95);
});
