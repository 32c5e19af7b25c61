import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { eventPeople } from "@/db/schema/events";
import { notices } from "@/db/schema/notices";
import { getPrefill } from "@/lib/experiences/prefill.queries";
import { isStillTold } from "@/lib/notifications/sight.queries";
import { getOwnAttendance } from "./attendance.queries";
import { namePerson, removePerson } from "./people.mutations";
import { getEvent } from "./queries";
import { cancelRegistration } from "./registrations.mutations";

type Person = Awaited<ReturnType<typeof makeMember>>;

let keeper: Person;
let asked: Person;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    keeper = await makeMember(tx, {}, { role: "administrator" });
    asked = await makeMember(tx);
    host = (await makeOrganisation(tx)).id;
  }),
);

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeOpenEvent>[1] = {}) =>
  transaction((tx) =>
    makeOpenEvent(tx, { audience: "invited", textLevel: "contacts", ...values }, [host]),
  );

const register = (eventId: string, values = {}) =>
  transaction((tx) => makeRegistration(tx, { eventId, memberId: asked.memberId, ...values }));

const toldTo = async (viewer: Person, id: string) => {
  const rows = await query((db) =>
    db
      .select({ isStill: isStillTold(db, viewer) })
      .from(notices)
      .where(eq(notices.subjectId, id)),
  );
  return rows.map(({ isStill }) => isStill);
};

test("an invitation that was taken back is told of no more", async () => {
  const { id: eventId, slug } = await make();
  const person = { role: "invited", person: asked.memberSlug, isOutside: false } as const;
  await transaction((tx) => namePerson(tx, keeper, { eventId, ...person }));
  expect(await toldTo(asked, eventId)).toEqual([true]);
  const [row] = await query((db) =>
    db.select({ id: eventPeople.id }).from(eventPeople).where(eq(eventPeople.eventId, eventId)),
  );
  await transaction((tx) => removePerson(tx, keeper, { eventId, id: row?.id ?? "" }));
  expect(await toldTo(asked, eventId)).toEqual([false]);
  expect(await getEvent(asked, slug)).toBeNull();
});

test("who has a place at what is for fewer people by now reads it and gives it up", async () => {
  const { id, slug } = await make();
  const { registrationId, version } = await register(id);
  expect(await getEvent(asked, slug)).not.toBeNull();
  await transaction((tx) => cancelRegistration(tx, asked, { registrationId, version }));
  expect(await getEvent(asked, slug)).toBeNull();
});

test("who came to what is for fewer people by now reads it still", async () => {
  const { id, slug } = await make();
  await register(id, { state: "attended" });
  expect(await getEvent(asked, slug)).not.toBeNull();
});

test("that it was called off is told whoever had a place, as long as they may read", async () => {
  const { id } = await make({ moderation: "withdrawn", progress: "cancelled" });
  await register(id, { state: "cancelled" });
  const told = { accountId: asked.accountId, kind: "eventCancelled", data: {} } as const;
  await query((db) => db.insert(notices).values({ ...told, subjectType: "event", subjectId: id }));
  expect(await toldTo(asked, id)).toEqual([true]);
  expect(await toldTo({ ...asked, status: "suspended" }, id)).toEqual([false]);
});

test("whoever lost a place there hears that they did", async () => {
  const { id, slug } = await make();
  const { registrationId, version } = await register(id);
  await transaction((tx) => cancelRegistration(tx, keeper, { registrationId, version }));
  expect(await toldTo(asked, id)).toEqual([true]);
  expect(await getEvent(asked, slug)).toBeNull();
});

test("who came reads nothing of it once it was taken down", async () => {
  const { id, slug } = await make({ audience: "members", textLevel: "members" });
  await register(id, { state: "attended" });
  expect(await getOwnAttendance(asked, slug)).not.toBeNull();
  expect((await getPrefill(asked, { event: slug }, "fr")).title).not.toBe("");
  await query((db) => db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, id)));
  expect(await getOwnAttendance(asked, slug)).toBeNull();
  expect((await getPrefill(asked, { event: slug }, "fr")).title).toBe("");
});
