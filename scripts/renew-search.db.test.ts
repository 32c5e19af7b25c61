import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, workAsOwner } from "@/db/client";
import { listFaults } from "@/db/line-faults";
import { accounts } from "@/db/schema/accounts";
import { listReaders } from "@/lib/core/auth/reader";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { listMembers } from "@/lib/directory/queries";
import { renewSearch } from "./renew-search";
import { seedDemoClub } from "./seed/demo-club";
import { provideDatabase } from "./test-database.mjs";

/** A club of its own: every row is looked at. */
let database: Awaited<ReturnType<typeof provideDatabase>>;

beforeAll(async () => {
  database = await provideDatabase();
  Object.assign(process.env, database.env);
  workAsOwner(120_000);
  expect(await seedDemoClub()).not.toBeNull();
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await database.remove();
});

/** All that is found by words, as text. */
async function wordsOfAll() {
  const [row] = await query((db) =>
    db.execute<{ all: string }>(sql`select
      (select string_agg(concat(id, search_names, search_members, search_team, sort_latin, sort_pinyin, version, updated_at), '' order by id) from members)
      || (select string_agg(concat(id, name_keys, search_text, sort_latin, sort_pinyin, version), '' order by id) from organisations)
      || (select string_agg(concat(id, search_text, search_members, version), '' order by id) from activities)
      || (select string_agg(concat(id, search_public, search_members, version), '' order by id) from entries) as all`),
  );
  return row?.all ?? "";
}

/** Who of the demo club a member finds by a word, by their addresses. */
async function findBy(q: string) {
  const [viewer] = await listReaders(eq(accounts.email, "agathe.vernoux@example.org"));
  if (!viewer) throw new Error("no reader");
  const { members: found } = await listMembers(viewer, readDirectoryFilters({ q }), "fr");
  return found.map(({ slug }) => slug);
}

test("what was saved is found by the words that it would be given today", async () => {
  const before = await wordsOfAll();
  expect(await renewSearch()).toEqual({ renewed: 0, failed: 0 });
  expect(await wordsOfAll()).toBe(before);
});

test("what was saved when words were made otherwise is found as if it were saved today, and nothing else of it changes", async () => {
  const before = await wordsOfAll();
  const inGuangdong = await findBy("广东");
  expect(inGuangdong.length).toBeGreaterThan(2);
  await query(async (db) => {
    await db.execute(sql`update members set search_members = replace(search_members, '广东', '')`);
    await db.execute(sql`update organisations set search_text = ' ', sort_pinyin = ''`);
    await db.execute(
      sql`update activities set search_members = replace(search_members, '广东', '')`,
    );
    await db.execute(sql`update entries set search_members = ' ' where kind = 'event'`);
  });
  expect(await findBy("广东")).toEqual([]);
  const { renewed = 0, failed } = await renewSearch();
  expect(renewed).toBeGreaterThan(50);
  expect(failed).toBe(0);
  expect(await findBy("广东")).toEqual(inGuangdong);
  expect(await wordsOfAll()).toBe(before);
  for (const kind of ["member", "organisation", "activity"] as const)
    expect(await listFaults(kind)).toEqual([]);
  expect(await renewSearch()).toEqual({ renewed: 0, failed: 0 });
});

test("what an erasure emptied stays empty", async () => {
  await query(async (db) => {
    await db.execute(sql`update organisations set search_text = '', name_keys = '{}', sort_latin = '', sort_pinyin = ''
      where id = (select min(id::text)::uuid from organisations)`);
    await db.execute(sql`update members set search_names = '', search_members = '', search_team = '', sort_latin = '', sort_pinyin = ''
      where id = (select min(id::text)::uuid from members)`);
  });
  const before = await wordsOfAll();
  expect(await renewSearch()).toEqual({ renewed: 0, failed: 0 });
  expect(await wordsOfAll()).toBe(before);
});

test("whoever is in a city is found by its province, however it is written", async () => {
  const inGuangdong = await findBy("广东");
  for (const city of ["广州", "深圳"])
    expect(inGuangdong).toEqual(expect.arrayContaining(await findBy(city)));
  for (const written of ["广东省", "Guangdong", "guang dong"])
    expect((await findBy(written)).sort()).toEqual([...inGuangdong].sort());
  expect(await findBy("广西")).not.toEqual(expect.arrayContaining(inGuangdong));
});
