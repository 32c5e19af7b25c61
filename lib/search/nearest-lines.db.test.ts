import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, type Transaction, transaction, workAsOwner } from "@/db/client";
import { type Near, nearestLines } from "./nearest-lines";

workAsOwner(20_000);

afterAll(closeDatabase);

const LIST = { kind: "member", audience: "members" } as const;

/** Values that no other suite has. */
const mark = randomUUID().slice(0, 8);
const of = (...names: string[]) => names.map((name) => ({ value: `${name}-${mark}` }));

const ROLLED_BACK = new Error("rolled back");

/** What is found among lines of these facets (`s1`, `c1`), the first one the newest, by their place among them. */
async function find(lines: string[], near: Near, most = 10, before?: (tx: Transaction) => unknown) {
  let places: number[] = [];
  const ids = lines.map((): string => randomUUID());
  const run = transaction(async (tx) => {
    for (const [place, line] of lines.entries()) {
      const facets = line
        .split(" ")
        .map((name) => `${name.startsWith("c") ? "cities" : "sectors"}:${name}-${mark}`);
      await tx.execute(sql`insert into search_lines
        (kind, audience, subject_id, line, written, readings, facets, sort_latin, sort_pinyin, sort_newest)
        values ('member', 'members', ${ids[place]}, ${` word${mark} `}, '', '', ${`{${facets.join(",")}}`}::text[], '', '',
          ${`9999-${String(99 - place)}`})`);
    }
    await before?.(tx);
    const found = nearestLines(LIST, near, most);
    const rows = await tx.execute<{ id: string }>(sql`select unnest(${found}) as id`);
    places = rows.map(({ id }) => ids.indexOf(id));
    throw ROLLED_BACK;
  });
  await expect(run).rejects.toBe(ROLLED_BACK);
  return places;
}

const WANTED = { sectors: of("s1", "s2", "s3"), cities: of("c1", "c2") };

test("whoever has most of what is wanted comes first, of those that have as much the newest", async () => {
  const lines = [
    "c1",
    "s1",
    "s1 s3",
    "s2 c2",
    "s1 c1",
    "s1 c1 c2",
    "s1 s2 c2",
    "s9 c9",
    "s1 s2 c1 c2",
  ];
  expect(await find(lines, WANTED)).toEqual([8, 5, 6, 3, 4, 2, 1, 0]);
  expect(await find(lines, WANTED, 4)).toEqual([8, 5, 6, 3]);
});

test("without a city, or without anything, what is left is looked for", async () => {
  const lines = ["c1", "s1", "s1 s3", "s9"];
  expect(await find(lines, { ...WANTED, cities: [] })).toEqual([2, 1]);
  expect(await find(lines, { sectors: [], cities: of("c1") })).toEqual([0]);
  expect(await find(lines, { sectors: [], cities: [] })).toEqual([]);
});

test("what is looked for besides comes last, and not where enough have what is wanted", async () => {
  const besides = { sectors: of("s7"), cities: of("c7"), words: [] };
  const lines = ["s7", "c7 s1", "c1", "c7"];
  expect(await find(lines, { ...WANTED, besides })).toEqual([1, 2, 0, 3]);
  expect(await find(lines, { ...WANTED, besides }, 2)).toEqual([1, 2]);
  const words = [`word${mark}`];
  expect(await find(["s9", "s1"], { ...WANTED, besides: { ...besides, words } })).toEqual([1, 0]);
});

test("what is wider counts where nothing narrower stands beside it", async () => {
  const [group, narrow] = [`g1-${mark}`, [`n1-${mark}`, `n2-${mark}`]];
  const near = { sectors: [{ value: group, unless: narrow }], cities: [] };
  expect(await find(["g1 n1", "g1", "n2"], near)).toEqual([1]);
});

test("while the index is being built, whoever has any of it is found", async () => {
  const drop = (tx: Transaction) => tx.execute(sql`drop index search_lines_words_index`);
  const found = await find(["s9", "c1", "s1 c1"], WANTED, 10, drop);
  expect(found.toSorted()).toEqual([1, 2]);
});
