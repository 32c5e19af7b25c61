import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mail";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { guestToken } from "./guest-link";
import { askAsGuest, confirmGuest } from "./guests.mutations";
import { cancelRegistration, leaveSeat, takeSeat } from "./registrations.mutations";

type Person = Viewer & { memberId: string };

let member: Person;

beforeAll(() =>
  transaction(async (tx) => {
    member = await makeMember(tx);
  }),
);

afterAll(closeDatabase);

const ASKED = {
  companions: [],
  note: "",
  isShown: false,
  takesPhotos: false,
  locale: "fr",
} as const;
let made = 0;
const newAddress = () => `guest-${++made}-${Date.now()}@example.org`;

const open = (values = {}) =>
  transaction((tx) => makeOpenEvent(tx, { audience: "public", ...values }));

const ask = (eventId: string, email: string, more = {}) =>
  transaction((tx) => askAsGuest(tx, { ...ASKED, eventId, email, name: "Anne Zola", ...more }));

const confirm = (guestId: string) =>
  transaction((tx) => confirmGuest(tx, { token: guestToken(guestId) }));

const guestsOf = (email: string) =>
  query((db) =>
    db
      .select({ id: eventGuests.id })
      .from(eventGuests)
      .where(eq(eventGuests.email, email))
      .orderBy(eventGuests.createdAt),
  );

/** Asks, and gives the key of the guest of the letter. */
async function asked(eventId: string, more = {}, email = newAddress()) {
  await ask(eventId, email, more);
  const guestId = (await guestsOf(email)).at(-1)?.id;
  if (!guestId) throw new Error("nobody asked");
  return { guestId, email };
}

const parties = (eventId: string) => {
  const { id, version, state, guestId, memberId, companions, note, seats } = eventRegistrations;
  return query((db) =>
    db
      .select({ registrationId: id, version, state, guestId, memberId, companions, note, seats })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(asc(eventRegistrations.queue)),
  );
};

const lettersTo = (address: string) => {
  const { kind, locale, data } = mails;
  return query((db) =>
    db
      .select({ kind, locale, data })
      .from(mails)
      .where(eq(mails.address, address))
      .orderBy(mails.createdAt),
  );
};

const asGuest = async (
  verb: typeof cancelRegistration | typeof takeSeat | typeof leaveSeat,
  eventId: string,
  guestId: string,
  by = guestId,
) => {
  const mine = (await parties(eventId)).findLast((one) => one.guestId === guestId);
  if (!mine) throw new Error("no party");
  return transaction((tx) => verb(tx, { guestId: by }, mine));
};

test("asking registers nobody; confirmed in time it is a party as any other, told with a calendar", async () => {
  const { id } = await open({ companionsMost: 2, capacity: 5 });
  const { guestId, email } = await asked(id, { companions: ["李娜"], note: "Sans gluten" });
  expect(await parties(id)).toEqual([]);
  const [letter] = await lettersTo(email);
  expect(letter).toMatchObject({ kind: "eventGuestAsked", data: { way: "new", name: "" } });
  expect(await confirm(guestId)).toEqual({ guestId, state: "confirmed" });
  expect(await parties(id)).toMatchObject([
    { guestId, memberId: null, state: "confirmed", seats: 2, note: "Sans gluten" },
  ]);
  const [, told] = await lettersTo(email);
  expect(told).toMatchObject({ kind: "eventRegistered", data: { name: "Anne Zola" } });
  expect(told?.data.calendar).toContain("BEGIN:VCALENDAR");
  expect(told?.data.to).toMatch(/^\/guest\?token=/);
  const names = await eventsOn(id);
  expect(names).toEqual(["event.guest-asked", "event.registered"]);
});

test("what somebody wrote stands in the registration alone once it is confirmed", async () => {
  const { id } = await open({ companionsMost: 1 });
  const { guestId } = await asked(id, { companions: ["李娜"], note: "Bonjour", isShown: true });
  await confirm(guestId);
  const { companions, note, isShown, confirmedAt } = eventGuests;
  const [left] = await query((db) =>
    db
      .select({ companions, note, isShown, confirmedAt })
      .from(eventGuests)
      .where(eq(eventGuests.id, guestId)),
  );
  expect(left).toMatchObject({ companions: [], note: null, isShown: false });
  expect(left?.confirmedAt).toBeInstanceOf(Date);
});

test("half an hour later it is too late, and confirmed again it stays as it is", async () => {
  const { id } = await open({ capacity: 1 });
  const { guestId } = await asked(id);
  const late = (minutes: string) =>
    query((db) =>
      db
        .update(eventGuests)
        .set({ createdAt: sql`now() - ${minutes}::interval` })
        .where(eq(eventGuests.id, guestId)),
    );
  await late("30 minutes 5 seconds");
  await expect(confirm(guestId)).rejects.toThrow("guestTooLate");
  expect(await parties(id)).toEqual([]);
  await late("29 minutes");
  expect(await confirm(guestId)).toMatchObject({ state: "confirmed" });
  await late("2 days");
  const both = await Promise.all([confirm(guestId), confirm(guestId)]);
  expect(both).toEqual([
    { guestId, state: null },
    { guestId, state: null },
  ]);
  expect(await parties(id)).toHaveLength(1);
});

test("fifty letters to one address, confirmed at once: one party, and each leads to it", async () => {
  const { id } = await open({ capacity: 60 });
  const email = newAddress();
  const keys = await transaction(async (tx) => {
    const rows = [];
    for (let n = 0; n < 50; n += 1) rows.push((await makeGuest(tx, id, { email })).guestId);
    return rows;
  });
  const answers = await Promise.all(keys.map(confirm));
  const [party, ...others] = await parties(id);
  expect(others).toEqual([]);
  expect(new Set(answers.map(({ guestId }) => guestId))).toEqual(new Set([party?.guestId]));
  expect(answers.filter(({ state }) => state === "confirmed")).toHaveLength(1);
});

test("the database itself holds one living party an address", async () => {
  const { id } = await open();
  const email = newAddress();
  const twice = transaction(async (tx) => {
    await makeGuest(tx, id, { email }, {});
    await makeGuest(tx, id, { email }, { state: "waiting" });
  });
  await expect(twice).rejects.toThrow();
  const both = transaction(async (tx) => {
    const { guestId } = await makeGuest(tx, id);
    await makeRegistration(tx, { eventId: id, guestId, memberId: member.memberId });
  });
  await expect(both).rejects.toThrow();
});

test("full it waits, offered it takes, and revoked by link it leaves the place to the next", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second, third] = [await asked(id), await asked(id), await asked(id)];
  for (const { guestId } of [first, second, third]) await confirm(guestId);
  const states = async () => (await parties(id)).map(({ state }) => state);
  expect(await states()).toEqual(["confirmed", "waiting", "waiting"]);
  await expect(asGuest(cancelRegistration, id, first.guestId, second.guestId)).rejects.toThrow(
    "notFound",
  );
  await asGuest(cancelRegistration, id, first.guestId);
  expect(await states()).toEqual(["cancelled", "offered", "waiting"]);
  const last = (await lettersTo(first.email)).at(-1);
  expect(last).toMatchObject({ kind: "eventRegistered", data: { state: "left" } });
  expect(last?.data.calendar).toContain("STATUS:CANCELLED");
  expect(last?.data.to).toMatch(/^\/guest\?token=/);
  expect((await lettersTo(second.email)).map(({ kind }) => kind)).toContain("eventSeatOffered");
  await expect(asGuest(takeSeat, id, second.guestId, third.guestId)).rejects.toThrow("notFound");
  await asGuest(leaveSeat, id, second.guestId);
  expect(await states()).toEqual(["cancelled", "declined", "offered"]);
  await asGuest(takeSeat, id, third.guestId);
  expect(await states()).toEqual(["cancelled", "declined", "confirmed"]);
  const again = await asked(id, {}, first.email);
  expect(await confirm(again.guestId)).toMatchObject({ state: "waiting" });
});

test.each([
  ["closed", { progress: "closed" as const }, "eventIsClosed"],
  ["called off", { progress: "cancelled" as const }, "eventIsCancelled"],
  ["begun", { startsAt: new Date(Date.now() - 60_000) }, "eventHasBegun"],
  ["for members alone", { audience: "members" as const }, "registrationMembersOnly"],
])("confirmed once the event is %s, it says so and registers nobody", async (_, change, code) => {
  const { id } = await open();
  const { guestId } = await asked(id);
  await query((db) => db.update(events).set(change).where(eq(events.id, id)));
  await expect(confirm(guestId)).rejects.toThrow(code);
  expect(await parties(id)).toEqual([]);
});

test("an event that visitors do not read cannot be asked for, nor one that takes nobody", async () => {
  for (const audience of ["members", "invited"] as const) {
    const { id } = await open({ audience });
    await expect(ask(id, newAddress())).rejects.toThrow("notFound");
  }
  const draft = await open({ moderation: "draft" });
  await expect(ask(draft.id, newAddress())).rejects.toThrow("notFound");
  const closed = await open({ progress: "closed" });
  await expect(ask(closed.id, newAddress())).rejects.toThrow("eventIsClosed");
  const alone = await open();
  await expect(ask(alone.id, newAddress(), { companions: ["李娜"] })).rejects.toMatchObject({
    code: "noCompanions",
    field: "companions",
  });
});

test("a member's address and one that is registered get a letter of their own, and change nothing", async () => {
  const { id, slug } = await open();
  const [account] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, member.accountId)),
  );
  const address = account?.email ?? "";
  const { guestId, email } = await asked(id);
  await confirm(guestId);
  const answers = [
    await ask(id, address, { name: "Somebody Else" }),
    await ask(id, email, { name: "Somebody Else" }),
    await ask(id, newAddress()),
  ];
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ slug })]),
  );
  expect(await guestsOf(address)).toEqual([]);
  expect(await guestsOf(email)).toHaveLength(1);
  const toMember = await lettersTo(address);
  expect(toMember.at(-1)?.data).toMatchObject({ way: "member", to: `/events/${slug}/register` });
  const known = (await lettersTo(email)).at(-1)?.data;
  expect(known).toMatchObject({ way: "known", name: "Anne Zola" });
  expect(known?.to).toMatch(/^\/guest\?token=/);
  expect(await parties(id)).toHaveLength(1);
});

test("a link that is foreign, or of somebody of whom nothing is kept, confirms nothing", async () => {
  const { id } = await open();
  const { guestId } = await asked(id);
  const forged = transaction((tx) => confirmGuest(tx, { token: `${guestToken(guestId)}A` }));
  await expect(forged).rejects.toThrow("guestLinkOver");
  await query((db) =>
    db
      .update(eventGuests)
      .set({ name: null, email: null })
      .where(and(eq(eventGuests.id, guestId))),
  );
  await expect(confirm(guestId)).rejects.toThrow("guestLinkOver");
});

test("a guest who gives up a turn has it in a letter: they have nothing else", async () => {
  const { id } = await open({ capacity: 1 });
  const waits = { state: "waiting" } as const;
  const guest = await transaction((tx) => makeGuest(tx, id, {}, waits));
  const { registrationId = "", version = 0 } = guest.registration ?? {};
  await transaction((tx) => cancelRegistration(tx, guest, { registrationId, version }));
  expect(await query((db) => db.$count(mails, eq(mails.address, guest.email)))).toBe(1);
});
