import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { makeAccount } from "@/db/factories";
import { answerRequest } from "./database-away.mjs";
import { openEpoch } from "./public-epoch.mjs";

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
    "find_similar",
    "add_job",
  ])
    expect(unwatched?.has(name), name).toBe(true);
  const watched = ["entries", "members", "search_lines", "member_for_team", "words", "find"];
  for (const name of [...watched, "in_order", "entry_keepers"])
    expect(unwatched?.has(name), name).toBe(false);
  const finders = [...(unwatched ?? [])].filter((name) => name.startsWith("find_in_"));
  expect(finders, "what looks up the lists that visitors search").toEqual([]);
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
