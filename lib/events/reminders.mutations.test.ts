import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { auditEvents } from "@/db/schema/audit";
import { eventRegistrations } from "@/db/schema/registrations";
import { today } from "@/lib/core/dates";
import { lettingThrough } from "@/lib/core/jobs/sane-share";
import { MOST_AT_ONCE } from "./registration-terms";
import { remindOfEvents } from "./reminders.mutations";

type Person = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

/** Each test has days on which no other suite has an event; it starts at nine in Lyon, the tenth of May. */
async function make(
  year: number,
  values: Pick<
    Partial<typeof eventRegistrations.$inferInsert>,
    "state" | "createdAt" | "updatedAt"
  > = {},
) {
  const member = await transaction((tx) => makeMember(tx, {}, { locale: "zh" }));
  await transaction(async (tx) => {
    const event = await makeOpenEvent(tx, {
      startsAt: new Date(`${year}-05-10T07:00:00Z`),
      endsAt: new Date(`${year}-05-10T09:00:00Z`),
      ...{ format: "in-person", place: "lyon-3", venue: { fr: "12 rue de la Soie" } },
    });
    const createdAt = new Date(`${year}-01-10T07:00:00Z`);
    await makeRegistration(tx, {
      eventId: event.id,
      memberId: member.memberId,
      createdAt,
      updatedAt: values.createdAt ?? createdAt,
      ...values,
    });
  });
  return member;
}

const kindsTo = async (who: Person) => (await toldTo(who)).map(({ kind }) => kind);

test("a week and a day before, once each, on both clocks", async () => {
  const member = await make(2071);
  await remindOfEvents("2071-05-02");
  expect(await kindsTo(member)).toEqual([]);
  for (const day of ["2071-05-03", "2071-05-03", "2071-05-08"]) await remindOfEvents(day);
  expect(await kindsTo(member)).toEqual(["eventReminder"]);
  for (const day of ["2071-05-09", "2071-05-09", "2071-05-10", "2071-05-11"]) {
    await remindOfEvents(day);
  }
  expect(await kindsTo(member)).toEqual(["eventReminder", "eventReminder"]);
  const [mail] = await toldTo(member);
  expect(mail?.data).toMatchObject({ when: expect.stringContaining("15:00") });
  expect(mail?.data).toMatchObject({ when: expect.stringContaining("09:00") });
  expect(mail?.data).toMatchObject({ where: "里昂第三区\n12 rue de la Soie" });
});

test("a week that was missed is not made up for on the day before", async () => {
  const member = await make(2072);
  await remindOfEvents("2072-05-09");
  await remindOfEvents("2072-05-09");
  expect(await kindsTo(member)).toEqual(["eventReminder"]);
});

test.each([
  ["got a place", 2073, "createdAt"],
  ["waited long and got their place", 2076, "updatedAt"],
] as const)("who %s within the week hears the day before alone", async (_who, year, since) => {
  const member = await make(year, { [since]: new Date(`${year}-05-05T07:00:00Z`) });
  for (const day of ["05-05", "05-06", "05-08"]) await remindOfEvents(`${year}-${day}`);
  expect(await kindsTo(member)).toEqual([]);
  await remindOfEvents(`${year}-05-09`);
  expect(await kindsTo(member)).toEqual(["eventReminder"]);
});

test("four workers at once remind once; who waits or has cancelled is left in peace", async () => {
  const member = await make(2074);
  const waiting = await make(2074, { state: "waiting" });
  const cancelled = await make(2074, { state: "cancelled" });
  await Promise.all(Array.from({ length: 4 }, () => remindOfEvents("2074-05-09")));
  expect(await kindsTo(member)).toEqual(["eventReminder"]);
  expect([await kindsTo(waiting), await kindsTo(cancelled)]).toEqual([[], []]);
});

test("of very many each is reminded once, no more in a transaction than it has time for", async () => {
  const startsAt = new Date("2075-05-10T07:00:00Z");
  const event = await transaction((tx) =>
    makeOpenEvent(tx, { startsAt, endsAt: new Date("2075-05-10T09:00:00Z") }),
  );
  const people: Person[] = [];
  for (let one = 0; one <= MOST_AT_ONCE; one += 1) {
    const person = await transaction((tx) => makeMember(tx));
    const { memberId } = person;
    await transaction((tx) => makeRegistration(tx, { eventId: event.id, memberId }));
    people.push(person);
  }
  await remindOfEvents("2075-05-09");
  const told = await Promise.all(people.map(kindsTo));
  expect(told).toEqual(people.map(() => ["eventReminder"]));
  const { name, subjectId, data } = auditEvents;
  const lines = await query((db) =>
    db
      .select({ count: sql<number>`(${data} ->> 'count')::int` })
      .from(auditEvents)
      .where(and(eq(subjectId, event.id), eq(name, "event.reminded"))),
  );
  expect(lines.map(({ count }) => count).sort()).toEqual([1, MOST_AT_ONCE]);
});

test("of one that began this morning nobody is reminded", async () => {
  const member = await transaction((tx) => makeMember(tx));
  // This week has events of other suites, some with hundreds of people, who have heard.
  const { remindedDays } = eventRegistrations;
  await query((db) =>
    db.update(eventRegistrations).set({ remindedDays: 1 }).where(isNull(remindedDays)),
  );
  await transaction(async (tx) => {
    const { id: eventId } = await makeOpenEvent(tx, {
      startsAt: new Date(Date.now() - 60_000),
      endsAt: new Date(Date.now() + 3_600_000),
    });
    await makeRegistration(tx, { eventId, memberId: member.memberId });
  });
  await lettingThrough(() => remindOfEvents(today()));
  expect(await kindsTo(member)).toEqual([]);
});
