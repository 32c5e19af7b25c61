import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { eventRegistrations } from "@/db/schema/registrations";
import { settleSeats } from "@/lib/events/seats.mutations";
import { holdEvent } from "@/lib/events/seats.queries";
import { eraseAccount } from "./erasure.mutations";

workAsOwner(60_000);
afterAll(closeDatabase);

test("the place of somebody who was erased goes to the next who waits", async () => {
  const [leaver, next, event] = await transaction(async (tx) => {
    const made = await makeOpenEvent(tx, { capacity: 1 });
    const people = [await makeMember(tx), await makeMember(tx)] as const;
    await makeRegistration(tx, { eventId: made.id, memberId: people[0].memberId });
    await makeRegistration(tx, {
      ...{ eventId: made.id, memberId: people[1].memberId },
      state: "waiting",
    });
    return [...people, made];
  });
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: leaver.accountId }));
  const jobs = await query((db) =>
    db.execute(sql`select payload ->> 'eventId' as id from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'settle-event' and payload ->> 'eventId' = ${event.id}`),
  );
  expect(jobs).toHaveLength(1);
  await transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, event.id)));
  const rows = await query((db) =>
    db
      .select({ memberId: eventRegistrations.memberId, state: eventRegistrations.state })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, event.id)),
  );
  expect(rows).toEqual([{ memberId: next.memberId, state: "offered" }]);
});
