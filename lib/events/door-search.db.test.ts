import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { DOOR_MOST, getDoor } from "./attendance.queries";

let keeper: Viewer;
let host: string;
let event: { id: string; slug: string };
const MANY = DOOR_MOST + 1;
const SOON = {
  startsAt: new Date(Date.now() + 3_600_000),
  endsAt: new Date(Date.now() + 7_200_000),
};

beforeAll(() =>
  transaction(async (tx) => {
    const made = await makeMember(tx);
    keeper = made;
    host = (await makeOrganisation(tx, {}, [made])).id;
    event = await makeOpenEvent(tx, SOON, [host]);
    const eventId = event.id;
    const named = (familyName: string, searchNames: string) =>
      makeMember(tx, { familyName, givenName: "Noé", searchNames });
    const member = await named("Quillard", " quillard noe ");
    const there = await named("Quinson", " quinson noe ");
    const gone = await named("Quiberon", " quiberon noe ");
    await makeRegistration(tx, { eventId, memberId: member.memberId });
    await makeRegistration(tx, { eventId, memberId: there.memberId, attendedAt: new Date() });
    await makeRegistration(tx, { eventId, memberId: gone.memberId });
    const closed = { status: "suspended" } as const;
    await tx.update(accounts).set(closed).where(eq(accounts.id, gone.accountId));
    await makeGuest(tx, eventId, { name: "Zoé Quint" }, { companions: ["王小明"] });
    await tx.execute(sql`with guests as (insert into event_guests (event_id, name, email, locale)
        select ${eventId}::uuid, 'Guest Vauban', n || '@example.org', 'fr' from generate_series(1, ${MANY}::int) n returning id)
      insert into event_registrations (event_id, guest_id, state)
      select ${eventId}::uuid, id, 'confirmed' from guests`);
  }),
);

afterAll(closeDatabase);

const look = async (q: string, page = 1) => {
  const door = await getDoor(keeper, event.slug, { q, page });
  const names = (parties: readonly { familyName: string | null; guestName: string | null }[]) =>
    parties.map((one) => one.guestName ?? one.familyName);
  return {
    all: door?.counts.all,
    expected: names(door?.expected ?? []),
    present: names(door?.present ?? []),
    found: door?.found && [door.found.expected, door.found.present],
    pageCount: door?.pageCount,
  };
};

test.each([
  ["qui", ["Quillard", "Zoé Quint"], ["Quinson"]],
  ["Noe QUILLARD", ["Quillard"], []],
  ["王小明", ["Zoé Quint"], []],
  ["wang xiaoming", ["Zoé Quint"], []],
  ["zoe wang", ["Zoé Quint"], []],
  ["nobody", [], []],
  ["!?", [], []],
  ["100%", [], []],
])("%j finds those who are called so, and the sum stays whole", async (q, expected, present) => {
  const seen = await look(q);
  expect({ ...seen, expected: [...seen.expected].sort() }).toEqual({
    ...{ all: MANY + 4, expected, present },
    found: [expected.length, present.length],
    pageCount: expected.length > 0 ? 1 : 0,
  });
});

test("who has no name at a door is found by none", async () => {
  const { expected, found } = await look("quiberon");
  expect([expected, found]).toEqual([[], [0, 0]]);
});

test("more than a page of one name stands on two", async () => {
  const [first, last] = [await look("vauban"), await look("vauban", 2)];
  expect([first.expected.length, last.expected.length]).toEqual([DOOR_MOST, 1]);
  expect([first.pageCount, first.found]).toEqual([2, [MANY, 0]]);
});

test("accents and capitals put nobody out of order", async () => {
  const names = ["Zola", "Élodie", "adèle", "Faure"];
  await transaction(async (tx) => {
    for (const name of names) await makeGuest(tx, event.id, { name: `${name} Xylophone` }, {});
  });
  expect((await look("xylophone")).expected).toEqual(
    ["adèle", "Élodie", "Faure", "Zola"].map((name) => `${name} Xylophone`),
  );
});

test("who has no name at a door stands behind all who have one, wherever their name begins", async () => {
  const { slug } = await transaction(async (tx) => {
    const held = await makeOpenEvent(tx, SOON, [host]);
    for (const familyName of ["Aubier", "Bellac", "Cezy"]) {
      const person = await makeMember(tx, { familyName, sortLatin: `${familyName} Camille` });
      const isGone = familyName === "Bellac";
      const status = isGone ? "suspended" : "active";
      await tx.update(accounts).set({ status }).where(eq(accounts.id, person.accountId));
      await makeRegistration(tx, { eventId: held.id, memberId: person.memberId });
    }
    return held;
  });
  const door = await getDoor(keeper, slug);
  expect(door?.expected.map(({ familyName }) => familyName)).toEqual(["Aubier", "Cezy", ""]);
});
