import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { eventPeople } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import { hashPassword } from "@/lib/core/auth/password";
import { settleSeats } from "@/lib/events/seats.mutations";
import { holdEvent } from "@/lib/events/seats.queries";
import { eraseAccount } from "./erasure.mutations";
import { endMembership, suspendAccount } from "./mutations";

workAsOwner(60_000);
afterAll(closeDatabase);

const PASSWORD = "confluence-2014-kapok";

/** One place, taken by one and waited for by another, at an event that a third keeps; the one is `state` there. */
const seated = (state: "confirmed" | "waiting" = "confirmed") =>
  transaction(async (tx) => {
    const [keeper, one, next] = [
      await makeMember(tx),
      await makeMember(tx),
      await makeMember(tx),
    ] as const;
    const event = await makeOpenEvent(tx, { capacity: 1 });
    const row = { eventId: event.id, memberId: keeper.memberId };
    await tx.insert(eventPeople).values({ ...row, role: "manager" });
    await makeRegistration(tx, { eventId: event.id, memberId: one.memberId, state });
    await makeRegistration(tx, {
      ...{ eventId: event.id, memberId: next.memberId },
      state: "waiting",
    });
    return { event, keeper, one, next };
  });

const jobsOf = (eventId: string) =>
  query((db) =>
    db.execute<{ erased: number | null }>(sql`select (payload ->> 'erased')::int as erased
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'settle-event' and payload ->> 'eventId' = ${eventId}`),
  );

const settle = (id: string, erased?: number) =>
  transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, id), erased));

const heldBy = async (eventId: string) => {
  const { memberId, state, queue } = eventRegistrations;
  return query((db) =>
    db
      .select({ memberId, state })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(queue),
  );
};

const freedTold = async (keeper: { accountId: string }) =>
  (await toldTo(keeper)).filter(({ kind }) => kind === "eventSeatsFreed");

test.each(["suspended", "left"] as const)(
  "the place of somebody whose account is %s goes to the next, and whoever keeps the event hears",
  async (status) => {
    const { event, keeper, one, next } = await seated();
    const passwordHash = await hashPassword(PASSWORD);
    const chief = await transaction((tx) =>
      makeMember(tx, {}, { role: "administrator", passwordHash }),
    );
    const input = { accountId: one.accountId, version: 1, words: "" };
    await transaction((tx) =>
      status === "left"
        ? endMembership(tx, chief, { of: input, words: "", currentPassword: PASSWORD })
        : suspendAccount(tx, chief, { ...input, reasonCode: "other", words: "Charte" }),
    );
    expect(await jobsOf(event.id)).toEqual([{ erased: null }]);
    await Promise.all([settle(event.id), settle(event.id)]);
    expect(await heldBy(event.id)).toEqual([
      { memberId: one.memberId, state: "cancelled" },
      { memberId: next.memberId, state: "offered" },
    ]);
    expect((await freedTold(keeper)).map(({ data }) => data.count)).toEqual(["1"]);
  },
);

test("who only waited, and is suspended, waits no more, and nobody needs to hear", async () => {
  const { event, keeper, one } = await seated("waiting");
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, one.accountId)),
  );
  await settle(event.id);
  expect((await heldBy(event.id)).map(({ state }) => state)).toEqual(["cancelled", "offered"]);
  expect(await freedTold(keeper)).toEqual([]);
});

test("who reads on after their membership lapsed keeps a place that was promised", async () => {
  const { event, one } = await seated();
  await query((db) =>
    db.update(accounts).set({ status: "lapsed" }).where(eq(accounts.id, one.accountId)),
  );
  await settle(event.id);
  expect((await heldBy(event.id)).map(({ state }) => state)).toEqual(["confirmed", "waiting"]);
});

test("the place of somebody who was erased goes to the next who waits", async () => {
  const { event, keeper, one: leaver, next } = await seated();
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: leaver.accountId }));
  expect(await jobsOf(event.id)).toEqual([{ erased: 1 }]);
  await settle(event.id, 1);
  expect((await freedTold(keeper)).map(({ data }) => data.count)).toEqual(["1"]);
  const rows = await query((db) =>
    db
      .select({ memberId: eventRegistrations.memberId, state: eventRegistrations.state })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, event.id)),
  );
  expect(rows).toEqual([{ memberId: next.memberId, state: "offered" }]);
});

test("so does the place that they had as a guest of the same address", async () => {
  const { event, keeper, one: leaver, next } = await seated();
  const { email } = accounts;
  await transaction(async (tx) => {
    await tx.delete(eventRegistrations).where(eq(eventRegistrations.memberId, leaver.memberId));
    const [account] = await tx
      .select({ email })
      .from(accounts)
      .where(eq(accounts.id, leaver.accountId));
    await makeGuest(tx, event.id, { email: account?.email ?? "" }, { companions: [] });
  });
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: leaver.accountId }));
  expect(await jobsOf(event.id)).toEqual([{ erased: 1 }]);
  await settle(event.id, 1);
  expect((await freedTold(keeper)).map(({ data }) => data.count)).toEqual(["1"]);
  expect(await heldBy(event.id)).toEqual([{ memberId: next.memberId, state: "offered" }]);
});
