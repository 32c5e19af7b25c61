import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { makeAccount } from "@/db/factories";
import { answerRequest } from "./answered-request.mjs";
import { isLasting } from "./lasting.mjs";
import { openEpoch, UNWATCHED } from "./public-epoch.mjs";

/** A busy machine is waited for longer than visitors would. */
const epoch = openEpoch(databaseUrl(), { patience: 5000 });

afterAll(async () => {
  await epoch.close();
  await closeDatabase();
});

const change = () => transaction((tx) => makeAccount(tx));

test("it is another once a change is committed, and the same until then", async () => {
  const before = await epoch.read();
  expect(before).toMatch(/^\d+ \d+ \d{4}-\d\d-\d\d$/);
  await transaction(async (tx) => {
    await makeAccount(tx);
    expect(await epoch.read()).toBe(before);
  });
  expect(await epoch.read()).not.toBe(before);
});

test("who asks after a change knows of it, also while others are being answered", async () => {
  for (let round = 0; round < 100; round += 1) {
    const before = await epoch.read();
    const [, early] = await Promise.all([change(), epoch.read()]);
    const crowd = [epoch.read(), epoch.read(), epoch.read()];
    for (const after of await Promise.all(crowd)) expect(after).not.toBe(before);
    expect(early).not.toBeNull();
  }
});

test("while this machine and the database are of two days, nothing is known", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  expect(await epoch.read()).toBeNull();
  vi.useRealTimers();
  expect(await epoch.read()).not.toBeNull();
});

test("tables that no visitor's page reads raise nothing; functions may read any", async () => {
  const unwatched = await epoch.unwatched();
  for (const name of [
    "sessions",
    "mails",
    "club_queue_state",
    "member_lines",
    "search_lines",
    "search_counts",
    "member_for_team",
    "project_for_members",
    "find_in_project_for_members",
    "search.heritage",
    "bio of members",
    "last_seen_at of accounts",
    "find_similar",
    "add_job",
  ])
    expect(unwatched?.has(name), name).toBe(true);
  const watched = ["entries", "members", "project_for_public", "public_counts", "words", "find"];
  for (const name of [
    ...watched,
    "in_order",
    "entry_keepers",
    "heritage",
    "slug of members",
    "status of accounts",
  ])
    expect(unwatched?.has(name), name).toBe(false);
  const finders = [...(unwatched ?? [])].filter((name) => /^find_in_.*_for_public$/.test(name));
  expect(finders, "what looks up the lists that visitors search").toEqual([]);
});

test("a table of which a change, or that all is gone, raises nothing is not watched", async () => {
  const lacking = async (act: string) => {
    const owner = connect(process.env.DATABASE_OWNER_URL ?? "");
    let found: string[] = [];
    await owner
      .begin(async (tx) => {
        await tx.unsafe(act);
        found = (await tx.unsafe(UNWATCHED)).map(({ name }) => name);
        throw new Error("undone");
      })
      .catch(({ message }) => expect(message).toBe("undone"));
    await owner.end();
    return found;
  };
  expect(await lacking("select 1")).not.toContain("members");
  for (const name of [
    "members_raises_epoch",
    "members_update_raises_epoch",
    "members_truncate_raises_epoch",
  ])
    expect(await lacking(`alter table members disable trigger ${name}`), name).toContain("members");
});

test("what a comment says of a function is true of its columns, too", async () => {
  const unwatched = (await epoch.unwatched()) ?? new Set();
  const columns = new Set([...unwatched].filter((name) => name.includes(" of ")));
  expect(columns.size).toBeGreaterThan(20);
  const functions = await query((db) =>
    db.execute<{
      name: string;
      text: string;
    }>(sql`select proname as name, prosrc as text from pg_proc
      where obj_description(oid, 'pg_proc') = 'reads what raises the public epoch'`),
  );
  const trusted = functions.filter(({ name }) => !unwatched.has(name));
  expect(trusted.length).toBeGreaterThan(5);
  // What is put together as text is read as well, without its quotes.
  for (const { name, text } of trusted) {
    const said = `with ${text}`.replaceAll(/\bnow\(\)|pg_\w+|'|--.*|\$\w*\$/g, "");
    expect(isLasting([said], columns), name).toBe(true);
  }
});

test("after a lost connection nothing counts as known, and soon all is as before", async () => {
  const before = await epoch.read();
  const other = connect(databaseUrl());
  await other`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = ${`club front ${process.pid}`}`;
  await other.end();
  await expect.poll(() => epoch.read()).toBeNull();
  await expect.poll(() => epoch.read(), { timeout: 5000 }).not.toBeNull();
  expect(await epoch.read()).not.toBe(before);
});

test("a database that is silent holds nobody up twice", async () => {
  const silent = net.createServer(() => {}).listen(0, "127.0.0.1");
  await sleep(20);
  const { port } = silent.address() as net.AddressInfo;
  const away = openEpoch(`postgres://a:b@127.0.0.1:${port}/c`, { patience: 1000 });
  const began = performance.now();
  expect(await away.read()).toBeNull();
  expect(await away.read()).toBeNull();
  expect(await away.unwatched()).toBeNull();
  expect(performance.now() - began).toBeLessThan(1900);
  silent.close();
});

test("what a page reads is told to the front, within transactions too", async () => {
  const statements = new Set<string>();
  await answerRequest(
    async () => {
      await query((db) => db.execute(sql`select 1 as alone`));
      await transaction((tx) => tx.execute(sql`select 2 as within`));
    },
    false,
    { statements, isOfTheMinute: false },
  );
  await query((db) => db.execute(sql`select 3 as "for nobody"`));
  expect([...statements]).toEqual(["select 1 as alone", "select 2 as within"]);
});
