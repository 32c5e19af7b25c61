import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { mailsTo, toldTo } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { cancelRegistration } from "./registrations.mutations";
import type { Guest } from "./registrations.policy";
import { settleSeats } from "./seats.mutations";
import { holdEvent } from "./seats.queries";

type Person = Viewer & { memberId: string };

let keeper: Person;
let second: Person;
let hosts: string[];

beforeAll(() =>
  transaction(async (tx) => {
    keeper = await makeMember(tx);
    second = await makeMember(tx);
    hosts = [
      (await makeOrganisation(tx, {}, [keeper])).id,
      (await makeOrganisation(tx, {}, [second])).id,
    ];
  }),
);

afterAll(closeDatabase);

/** An event of two keepers, each of an organisation that holds it. */
const open = () => transaction((tx) => makeOpenEvent(tx, { companionsMost: 2 }, hosts));

const someone = () => transaction((tx) => makeMember(tx)) as Promise<Person>;

const enter = (eventId: string, { memberId }: Person, more = {}) =>
  transaction((tx) => makeRegistration(tx, { eventId, memberId, ...more }));

const cancel = (
  actor: Viewer | Guest,
  { registrationId, version }: Awaited<ReturnType<typeof enter>>,
) => transaction((tx) => cancelRegistration(tx, actor, { registrationId, version }));

/** What a keeper heard of the places that were given up at an event. */
const heardOf = async (person: Person, slug: string) =>
  (await toldTo(person))
    .filter(({ kind, data }) => kind === "eventPlaceGivenUp" && String(data.to).includes(slug))
    .map(({ data }) => [data.count, data.to]);

test("whoever keeps an event hears of places that were given up, by no mail of its own", async () => {
  const { id, slug } = await open();
  const [one, guest] = [
    await someone(),
    await transaction((tx) => makeGuest(tx, id, {}, { companions: [] })),
  ];
  await cancel(one, await enter(id, one, { companions: ["李娜"] }));
  if (!guest.registration) throw new Error("no guest came");
  await cancel({ guestId: guest.guestId }, guest.registration);
  const list = `/events/${slug}/registrations?state=cancelled`;
  for (const keeps of [keeper, second]) {
    expect((await heardOf(keeps, slug)).sort()).toEqual([
      ["1", list],
      ["2", list],
    ]);
    expect(await mailsTo(keeps)).toEqual([]);
  }
  expect(await heardOf(one, slug)).toEqual([]);
});

test("nobody hears of who only waited or asked, nor of what a keeper did themselves", async () => {
  const { id, slug } = await open();
  for (const state of ["waiting", "pending"] as const) {
    const one = await someone();
    await cancel(one, await enter(id, one, { state }));
  }
  await cancel(keeper, await enter(id, await someone()));
  expect([await heardOf(keeper, slug), await heardOf(second, slug)]).toEqual([[], []]);
  await cancel(keeper, await enter(id, keeper));
  expect(await heardOf(keeper, slug)).toEqual([]);
  expect(await heardOf(second, slug)).toHaveLength(1);
});

test("where an event names nobody who keeps it, its administrators hear, of an account that was closed too", async () => {
  const chief = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  const moderator = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
  const { id, slug } = await transaction((tx) => makeOpenEvent(tx));
  const [one, gone] = [await someone(), await someone()];
  await cancel(one, await enter(id, one));
  expect(await heardOf(chief, slug)).toEqual([
    ["1", `/events/${slug}/registrations?state=cancelled`],
  ]);
  await cancel(chief, await enter(id, chief));
  expect(await heardOf(chief, slug)).toHaveLength(1);
  await enter(id, gone);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, gone.accountId)),
  );
  await transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, id)));
  const freed = (await toldTo(chief)).filter(({ kind }) => kind === "eventSeatsFreed");
  expect(freed.map(({ data }) => data.count)).toEqual(["1"]);
  // What they open is the list of registrations, which is not a moderator's.
  expect(await toldTo(moderator)).toEqual([]);
  const named = await open();
  await cancel(one, await enter(named.id, one));
  expect(await heardOf(chief, named.slug)).toEqual([]);
});
