import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { codeOf, eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES } from "@/lib/core/i18n/locales";
import { renderMail } from "@/lib/core/mail/render-mail";
import { registerOnBehalf } from "./on-behalf.mutations";

type Person = Viewer & { memberId: string };

let keeper: Person;
let colleague: Person;
let hosts: string[];

beforeAll(() =>
  transaction(async (tx) => {
    keeper = await makeMember(tx);
    colleague = await makeMember(tx);
    hosts = [
      (await makeOrganisation(tx, {}, [keeper])).id,
      (await makeOrganisation(tx, {}, [colleague])).id,
    ];
  }),
);

afterAll(closeDatabase);

const open = (values = {}) => transaction((tx) => makeOpenEvent(tx, values, hosts));
const someone = (more = {}) => transaction((tx) => makeMember(tx, {}, more)) as Promise<Person>;

const enter = (eventId: string, person: Person, more = {}, viewer: Viewer = keeper) =>
  transaction((tx) =>
    registerOnBehalf(tx, viewer, {
      ...{ eventId, person: person.memberSlug ?? "", companions: [], note: "" },
      ...more,
    }),
  );

const partiesOf = (eventId: string) => {
  const { memberId, state, companions, note, isShown, takesPhotos } = eventRegistrations;
  return query((db) =>
    db
      .select({ memberId, state, companions, note, isShown, takesPhotos })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(asc(eventRegistrations.queue)),
  );
};

test("whoever keeps an event registers a member who telephones, with a companion, and agrees to nothing for them", async () => {
  const { id } = await open({ capacity: 4, companionsMost: 1 });
  const caller = await someone();
  const asked = { companions: ["李娜"], note: "Végétarienne" };
  expect(await enter(id, caller, asked)).toMatchObject({ state: "confirmed" });
  expect(await partiesOf(id)).toEqual([
    { memberId: caller.memberId, state: "confirmed", ...asked, isShown: false, takesPhotos: false },
  ]);
  expect((await toldTo(caller)).map(({ kind }) => kind)).toEqual(["eventRegistered"]);
  expect(await toldTo(keeper)).toEqual([]);
  const isIt = and(eq(auditEvents.subjectId, id), eq(auditEvents.name, "event.registered"));
  const { actorId, data } = auditEvents;
  const trail = await query((db) => db.select({ actorId, data }).from(auditEvents).where(isIt));
  expect(trail).toEqual([
    { actorId: keeper.accountId, data: { state: "confirmed", seats: 2, isOwn: false } },
  ]);
});

test("the letter says who registered them, in each language", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second] = [await someone(), await someone()];
  await enter(id, first);
  await enter(id, second);
  const BY = { fr: "Les organisateurs", en: "The organisers", zh: "主办方" };
  for (const [person, state] of [
    [first, "confirmed"],
    [second, "waiting"],
  ] as const) {
    const [mail] = await mailsTo(person);
    for (const locale of LOCALES) {
      const said = { when: "x", where: "x", cost: "none", title: "Payer", to: "/events" };
      const text = (to: string) =>
        renderMail("eventRegistered", locale, { ...said, state: to }, "").text;
      expect(text(String(mail?.data.state))).toContain(BY[locale]);
      expect(text(state)).not.toContain(BY[locale]);
    }
  }
});

test("where organisers select, who is registered by them is selected", async () => {
  const { id } = await open({ capacity: 1, needsApproval: true });
  const [first, second] = [await someone(), await someone()];
  expect(await enter(id, first)).toMatchObject({ state: "confirmed" });
  expect(await enter(id, second)).toMatchObject({ state: "waiting" });
});

test("of two at once, one has the last place and the other waits", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second] = [await someone(), await someone()];
  const answers = await Promise.all([enter(id, first), enter(id, second, {}, colleague)]);
  expect(answers.map(({ state }) => state).sort()).toEqual(["confirmed", "waiting"]);
  expect((await partiesOf(id)).map(({ state }) => state)).toEqual(["confirmed", "waiting"]);
});

test("nobody else registers others, whatever they know of the event", async () => {
  const { id } = await open();
  const caller = await someone();
  const others = [await someone(), await someone({ role: "moderator" }), caller];
  for (const viewer of others) {
    expect(await codeOf(enter(id, caller, {}, viewer))).toBe("notFound");
  }
  expect(await partiesOf(id)).toEqual([]);
  const chief = await someone({ role: "administrator" });
  expect(await codeOf(enter(id, caller, {}, chief))).toBe("done");
});

test.each(["suspended", "lapsed", "left"] as const)(
  "who is %s is nobody to register",
  async (status) => {
    const { id } = await open();
    const caller = await someone();
    await query((db) =>
      db.update(accounts).set({ status }).where(eq(accounts.id, caller.accountId)),
    );
    expect(await codeOf(enter(id, caller))).toBe("memberUnknown");
    expect(await partiesOf(id)).toEqual([]);
  },
);

test("who has or waits for a place is not registered twice, as a guest of the same address neither", async () => {
  const { id } = await open({ capacity: 9 });
  for (const state of ["pending", "waiting", "confirmed"] as const) {
    const there = await someone();
    await transaction((tx) =>
      makeRegistration(tx, { eventId: id, memberId: there.memberId, state }),
    );
    await expect(enter(id, there)).rejects.toMatchObject({
      ...{ code: "registeredAlready", field: "person" },
    });
  }
  const came = await someone();
  const isTheirs = eq(accounts.id, came.accountId);
  const [own] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(isTheirs),
  );
  await transaction((tx) => makeGuest(tx, id, { email: own?.email ?? "" }, {}));
  expect(await codeOf(enter(id, came))).toBe("registeredAlready");
  expect(await partiesOf(id)).toHaveLength(4);
});

test("who gave up their place or was not selected is registered after all", async () => {
  const { id } = await open({ capacity: 9, needsApproval: true });
  for (const state of ["cancelled", "not-selected"] as const) {
    const back = await someone();
    await transaction((tx) =>
      makeRegistration(tx, { eventId: id, memberId: back.memberId, state }),
    );
    expect(await enter(id, back)).toMatchObject({ state: "confirmed" });
  }
});

test("what the event refuses a party for, it refuses its keeper for too", async () => {
  const caller = await someone();
  const companions = ["李娜", "Anne Zola"];
  const refused = async (values: object, more = {}) =>
    codeOf(enter((await open(values)).id, caller, more));
  expect(await refused({ companionsMost: 1 }, { companions })).toBe("tooManyCompanions");
  expect(await refused({}, { companions })).toBe("noCompanions");
  expect(await refused({ companionsMost: 3, capacity: 2 }, { companions })).toBe("partyTooLarge");
  expect(await refused({ companionsMost: 1 }, { companions: ["…"] })).toBe("companionNameless");
  expect(await refused({ progress: "announced" })).toBe("eventNotOpen");
  expect(await refused({ progress: "closed" })).toBe("eventIsClosed");
  expect(await refused({ progress: "cancelled" })).toBe("eventIsCancelled");
  expect(await refused({ startsAt: new Date("2020-10-15T06:00:00Z") })).toBe("eventHasBegun");
  const { id } = await open();
  expect(await codeOf(enter(id, caller, { person: "Nobody At-All" }))).toBe("memberUnknown");
  expect((await eventsOn(id)).filter((name) => name === "event.registered")).toEqual([]);
});
