import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { readMembers } from "@/lib/directory/queries";
import { buildIndexes } from "./indexes";
import { typescript } from "./launch/run.mjs";
import { fillClub } from "./seed/large-club";
import { provideDatabase } from "./test-database.mjs";

const PATIENCE_MS = 30_000;
const QUESTIONS: Record<string, string>[] = [
  {},
  { q: "vernoux" },
  { q: "王" },
  { q: "berthelott" },
  { sector: "energy" },
];

let database: Awaited<ReturnType<typeof provideDatabase>>;
let sql: postgres.Sql;
/** In a transaction that builds wait for. */
let holder: postgres.Sql;
let heldBy: number;
let viewer: Viewer;
let answers: unknown;

const open = () =>
  postgres(database.env.DATABASE_OWNER_URL, { max: 1, fetch_types: false, onnotice: () => {} });
const build = () => buildIndexes(database.env.DATABASE_OWNER_URL);
const read = (asked: Record<string, string>) =>
  readMembers(drizzle(sql, { casing: "snake_case" }), viewer, readDirectoryFilters(asked), "fr");
const ask = () => Promise.all(QUESTIONS.map(read));

beforeAll(async () => {
  database = await provideDatabase();
  sql = open();
  holder = open();
  const [held] = await holder`select pg_backend_pid() as pid`;
  heldBy = held?.pid;
  await sql`begin`;
  await fillClub(sql, { members: 300, organisations: 10, projects: 20 });
  await sql`commit`;
  const [row] = await sql`select id, account_id from members where slug = 'scale-1'`;
  const ids = { accountId: row?.account_id, memberId: row?.id, memberSlug: "scale-1" };
  const member = { role: "member", status: "active", locale: "fr", theme: "system" } as const;
  viewer = { ...ids, ...member, sessionId: "session", name: "Camille Montclair" };
  await build();
  answers = await ask();
}, 60_000);

afterAll(async () => {
  await Promise.all([sql.end(), holder.end()]);
  await database.remove();
});

afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
  await holder`rollback`;
});

const workers: ChildProcess[] = [];

function startWorker(): ChildProcess {
  const env = { ...process.env, ...database.env, SMTP_URL: undefined };
  const worker = spawn(process.execPath, typescript("scripts/worker.ts"), { env, stdio: "ignore" });
  workers.push(worker);
  return worker;
}

/** As after the migration of a large club: of what a search looks words up in, no partition has its own yet. */
beforeEach(async () => {
  const [index] = await sql`select pg_get_indexdef('search_lines_words_index'::regclass) as made`;
  await sql`drop index if exists search_lines_words_index, search_lines_names_index`;
  await sql.unsafe(index?.made.replace(/ ON (ONLY )?public/, " ON ONLY public"));
});

const listInvalid = async () =>
  (await sql`select indexrelid::regclass::text as name from pg_index where not indisvalid`).map(
    ({ name }) => name,
  );

const listNames = () => sql`select from pg_class where relname = 'search_lines_names_index'`;

/** How many partitions, and how many indexes the index of the whole has in them. */
const countParts = async (index: string) => {
  const [row] = await sql`select
    (select count(*)::int from pg_partition_tree('search_lines')) as tables,
    (select count(*)::int from pg_partition_tree(${index}::regclass)) as indexes`;
  return row;
};

async function expectWhole() {
  expect(await listInvalid()).toEqual([]);
  for (const index of ["search_lines_words_index", "search_lines_names_index"]) {
    const { tables, indexes } = (await countParts(index)) ?? {};
    expect([index, indexes]).toEqual([index, tables]);
  }
  const doubles = await sql`select from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'search'::regnamespace and c.relkind = 'i'
    group by indrelid, substring(pg_get_indexdef(indexrelid) from 'USING .*') having count(*) > 1`;
  expect(doubles).toHaveLength(0);
  expect(await ask()).toEqual(answers);
}

/** As somebody who has written there and not yet committed: who builds an index of it waits. */
async function hold(table = "search.member_for_members") {
  await holder`begin`;
  await holder.unsafe(`lock table ${table} in row exclusive mode`);
}

/** Gives what comes about in time. */
async function until<T>(look: () => Promise<T>, what: string): Promise<NonNullable<T>> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`it did not come about: ${what}`);
}

/** For the holder, that is: for a moment one waits for whoever looks, too. */
const untilWaiting = () =>
  until<number>(async () => {
    const [row] =
      await sql`select pid from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'concurrently'
      and datname = current_database() and ${heldBy}::int = any (pg_blocking_pids(pid))`;
    return row?.pid;
  }, "a build waits");

/** Ends the process of the server that builds, as when the server is stopped. */
async function killBuilder() {
  await sql`select pg_terminate_backend(${await untilWaiting()}::int)`;
  await holder`rollback`;
}

/** Begins a statement that waits for the holder, and kills it. */
async function killHalfWay(statement: string) {
  const other = open();
  const begun = other.unsafe(statement).catch(() => {});
  await killBuilder();
  await begun;
  await other.end({ timeout: 1 });
}

test("what a migration left to the worker is built; lists answer the same before, meanwhile and after", async () => {
  expect(await listInvalid()).toEqual(["search_lines_words_index"]);
  expect(await ask()).toEqual(answers);
  await hold();
  const built = build();
  await untilWaiting();
  expect(await ask()).toEqual(answers);
  // Whoever writes waits for nobody either.
  await sql`set lock_timeout = '1s'`;
  await sql`update members set search_names = search_names || 'kapokzq ' where slug = 'scale-3'`;
  await sql`reset lock_timeout`;
  await holder`rollback`;
  await built;
  expect((await read({ q: "kapokzq" })).total).toBe(1);
  await sql`update members set search_names = replace(search_names, 'kapokzq ', '') where slug = 'scale-3'`;
  await expectWhole();
});

test("a build that is killed half-way is completed by the next", async () => {
  await hold();
  await Promise.all([expect(build()).rejects.toThrow(), killBuilder()]);
  const left = ["search_lines_words_index", "search.member_for_members_words_idx"];
  const invalid = await listInvalid();
  expect(invalid).toEqual(expect.arrayContaining(left));
  // Both wholes, the eight kinds that the listing had begun, and the one that was killed.
  expect(invalid).toHaveLength(11);
  await build();
  await expectWhole();
});

test(
  "a worker that is killed while it builds leaves nothing running, and the next one completes it",
  async () => {
    await hold();
    const first = startWorker();
    const pid = await untilWaiting();
    first.kill("SIGKILL");
    await until(async () => {
      const builds = await sql`select from pg_stat_activity where pid = ${pid}::int`;
      return builds.length === 0;
    }, "the build ends");
    await holder`rollback`;
    startWorker();
    await until(async () => {
      const [named, invalid] = [await listNames(), await listInvalid()];
      return invalid.length === 0 && named.length === 1;
    }, "all is built");
    await expectWhole();
  },
  3 * PATIENCE_MS,
);

test("what is left of an index that was being built anew is taken away", async () => {
  await build();
  const [index] = await sql`select indexrelid::regclass::text as name from pg_index
    where indrelid = 'search.member_for_members'::regclass and pg_get_indexdef(indexrelid) ~ 'search.words'`;
  await hold();
  await killHalfWay(`reindex index concurrently ${index?.name}`);
  expect(await listInvalid()).toEqual([`${index?.name}_ccnew`]);
  await build();
  await expectWhole();
});

test("the planner keeps figures of what is sorted by and narrowed, and the words of no line are worked out for it", async () => {
  await build();
  await sql`analyze search_lines`;
  const counted = await sql`select distinct s.attname as name from pg_stats s
    join pg_inherits h on h.inhrelid = format('%I.%I', s.schemaname, s.tablename)::regclass where s.schemaname = 'search'`;
  const names = counted.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["facets", "sort_latin"]));
  expect(names).not.toContain("words");
});

test("of two at once one builds, and the other is told", async () => {
  await hold();
  const first = build();
  await untilWaiting();
  await expect(build()).rejects.toThrow("another process");
  await holder`rollback`;
  await first;
  await expectWhole();
});

test("a step waits for a lock that somebody has for a moment", async () => {
  await sql`drop index if exists search_lines_names_index`;
  await hold("search_lines");
  const built = build();
  await sleep(700);
  await holder`rollback`;
  await built;
  await expectWhole();
});

test("one that cannot be built keeps no other from it, and is told", async () => {
  await sql.unsafe(`create function search.sour(line text) returns text language plpgsql immutable as $$
    begin raise exception 'sour'; end $$`);
  await sql`create index sour_index on only search_lines (search.sour(line))`;
  await expect(build()).rejects.toThrow(
    /create index concurrently on search\.member_for_members .*: sour/,
  );
  await sql`create or replace function search.sour(line text) returns text language sql immutable as $$ select '' $$`;
  await build();
  await sql`drop index sour_index`;
  await expectWhole();
});

test("an index of a plain table that a build left invalid is built anew", async () => {
  await hold("members");
  await killHalfWay("create index concurrently plain_index on members (search_names)");
  expect(await listInvalid()).toContain("plain_index");
  await build();
  await sql`drop index plain_index`;
  await expectWhole();
});

test("a server without pg_trgm lacks its index and nothing else", async () => {
  await sql`drop extension pg_trgm cascade`;
  await build();
  expect(await listInvalid()).toEqual([]);
  expect(await sql`select from pg_class where relname = 'search_lines_names_index'`).toHaveLength(
    0,
  );
  await sql`create extension pg_trgm with schema search`;
  await build();
  await expectWhole();
});
