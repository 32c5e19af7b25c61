import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { tellOfChange } from "./changes.mutations";
import { heldAs } from "./event-changes";

afterAll(closeDatabase);

test("nobody is told of a change that was taken back before the worker came to it", async () => {
  const { id, member } = await transaction(async (tx) => {
    const event = await makeOpenEvent(tx);
    const coming = await makeMember(tx);
    await makeRegistration(tx, { eventId: event.id, memberId: coming.memberId });
    return { id: event.id, member: coming };
  });
  const { format, place, venue, price, startsAt, endsAt } = events;
  const [row] = await query((db) =>
    db
      .select({ format, place, venue, price, startsAt, endsAt, cities: entries.cities })
      .from(events)
      .innerJoin(entries, eq(entries.id, events.id))
      .where(eq(events.id, id)),
  );
  if (!row) throw new Error("no such event");
  await transaction((tx) => tellOfChange(tx, { eventId: id, before: heldAs(row), after: 0 }));
  expect(await mailsTo(member)).toEqual([]);
});
