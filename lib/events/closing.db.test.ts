import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, type Transaction, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import { eventHosts } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { moveEvent, settleRegistration } from "./settling.mutations";

let keeper: Viewer;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    const member = await makeMember(tx);
    keeper = member;
    host = (await makeOrganisation(tx, {}, [member])).id;
  }),
);

afterAll(closeDatabase);

const SETTINGS = {
  ...{ capacity: 2, price: null, needsApproval: false, companionsMost: 1 },
  ...{ onlineUrl: null, keepsSeated: false },
};

test("registration neither closes at a time that has passed nor opens after it", async () => {
  const { id, version } = await transaction((tx) =>
    makeOpenEvent(tx, { progress: "announced", closesAt: new Date(0) }, [host]),
  );
  const settle = (closes: string | null) =>
    transaction((tx) => settleRegistration(tx, keeper, { id, version, ...SETTINGS, closes }));
  const open = (at: number) =>
    transaction((tx) => moveEvent(tx, keeper, { id, version: at, to: "open" }));
  await expect(settle("2026-11-01 10:00")).rejects.toMatchObject({
    code: "closesPassed",
    field: "closes",
  });
  await expect(open(version)).rejects.toMatchObject({ code: "closesPassed" });
  // What is saved already keeps nobody from settling the rest.
  await settle("1970-01-01 01:00");
  await expect(open(version + 1)).rejects.toMatchObject({ code: "closesPassed" });
});

test("who keeps the event no more once its lock is free acts on it no more", async () => {
  const { id, version } = await transaction((tx) => makeOpenEvent(tx, {}, [host]));
  const [held, hold] = signal<void>();
  const [begun, begin] = signal<number>();
  const parting = transaction(async (tx) => {
    await tx.execute(sql`select from entries where id = ${id} for no key update`);
    hold();
    await untilBlocked(tx, await begun);
    await tx.delete(eventHosts).where(eq(eventHosts.eventId, id));
  });
  await held;
  const late = transaction(async (tx) => {
    const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() pid`);
    begin(own?.pid ?? 0);
    await settleRegistration(tx, keeper, { id, version, ...SETTINGS, closes: null });
  });
  await expect(late).rejects.toMatchObject({ code: "notFound" });
  await parting;
});

function signal<T>(): [Promise<T>, (value: T) => void] {
  let give: (value: T) => void = () => {};
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return [given, (value) => give(value)];
}

async function untilBlocked(tx: Transaction, pid: number): Promise<void> {
  for (;;) {
    const [row] = await tx.execute<{ by: number }>(
      sql`select cardinality(pg_blocking_pids(${pid})) as by`,
    );
    if (row?.by) return;
    await setTimeout(20);
  }
}
