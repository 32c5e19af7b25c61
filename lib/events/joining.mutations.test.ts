import { and, asc, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mail";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { guestToken } from "./guest-link";
import { askAsGuest, confirmGuest } from "./guests.mutations";
import { registerForEvent } from "./registrations.mutations";

type Person = Viewer & { memberId: string };

afterAll(closeDatabase);

const ASKED = { companions: [], note: "", isShown: false, takesPhotos: false } as const;

/** A member with their address, and an event for everybody. */
const world = (values: Parameters<typeof makeOpenEvent>[1] = {}) =>
  transaction(async (tx) => {
    const member = (await makeMember(tx)) as Person;
    const [account] = await tx
      .select({ email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, member.accountId));
    const event = await makeOpenEvent(tx, { audience: "public", companionsMost: 3, ...values });
    return { member, email: account?.email ?? "", event };
  });

type Of = { event: { id: string } };

/** What the member of an address registered as before they had an account. */
const asGuest = ({ event, email }: Of & { email: string }, party = {}) =>
  transaction((tx) =>
    makeGuest(tx, event.id, { email, confirmedAt: new Date() }, { companions: ["李娜"], ...party }),
  );

const register = ({ member, event }: Of & { member: Viewer }, more = {}) =>
  transaction((tx) => registerForEvent(tx, member, { ...ASKED, eventId: event.id, ...more }));

const ask = ({ event, email }: Of & { email: string }) =>
  transaction((tx) =>
    askAsGuest(tx, { ...ASKED, eventId: event.id, email, name: "Anne Zola", locale: "fr" }),
  );

const confirm = (guestId: string) =>
  transaction((tx) => confirmGuest(tx, { token: guestToken(guestId) }));

const partiesOf = ({ event }: Of) => {
  const { memberId, guestId, guestKey, state, queue, companions } = eventRegistrations;
  return query((db) =>
    db
      .select({ memberId, guestId, guestKey, state, queue, companions })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, event.id))
      .orderBy(asc(queue)),
  );
};

test("the party of a guest who became a member is theirs as it was: turn, companions, state", async () => {
  const made = await world({ capacity: 2 });
  const guest = await asGuest(made);
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    await makeRegistration(tx, { eventId: made.event.id, memberId, state: "waiting" });
  });
  const [before] = await partiesOf(made);
  expect(await register(made, { companions: ["Zhang Wei"] })).toMatchObject({
    state: "confirmed",
    wasGuest: true,
  });
  const [after, ...others] = await partiesOf(made);
  expect(after).toEqual({
    ...before,
    ...{ memberId: made.member.memberId, guestId: null, guestKey: null },
  });
  expect(others).toHaveLength(1);
  expect((await eventsOn(made.event.id)).at(-1)).toBe("event.guest-joined");
  expect((await toldTo(made.member)).map(({ kind }) => kind)).toEqual(["eventRegistered"]);
  const { name, email, companions } = eventGuests;
  const kept = await query((db) =>
    db
      .select({ name, email, companions })
      .from(eventGuests)
      .where(eq(eventGuests.id, guest.guestId)),
  );
  expect(kept).toEqual([{ name: null, email: null, companions: [] }]);
  await expect(confirm(guest.guestId)).rejects.toThrow("guestLinkOver");
  await expect(register(made)).rejects.toThrow("alreadyRegistered");
});

test("the letters that the guest got are the member's from then on, and go with the account", async () => {
  const made = await world();
  const { guestId } = await asGuest(made);
  const sent = { guestId, address: made.email, kind: "eventRegistered", locale: "fr" } as const;
  await query((db) => db.insert(mails).values({ ...sent, sentAt: new Date() }));
  await register(made);
  const { accountId } = made.member;
  const isTheirs = and(eq(mails.guestId, guestId), eq(mails.accountId, accountId));
  expect(await query((db) => db.$count(mails, isTheirs))).toBe(1);
});

test.each(["pending", "waiting", "offered"] as const)("one that is %s stays so", async (state) => {
  const made = await world();
  const offeredUntil = state === "offered" ? new Date(Date.now() + 3_600_000) : null;
  await asGuest(made, { state, offeredUntil });
  expect(await register(made)).toMatchObject({ state, wasGuest: true });
  expect(await partiesOf(made)).toHaveLength(1);
});

test("it is theirs where nobody else is let in any more, and not once the event is off or has begun", async () => {
  const made = await world({ progress: "closed" });
  await asGuest(made);
  expect(await register(made)).toMatchObject({ wasGuest: true });
  const begun = { startsAt: new Date(Date.now() - 3_600_000) };
  for (const [values, code] of [
    [{ progress: "cancelled" }, "eventIsCancelled"],
    [begun, "eventHasBegun"],
  ] as const) {
    const other = await world();
    await asGuest(other);
    await query((db) => db.update(events).set(values).where(eq(events.id, other.event.id)));
    await expect(register(other)).rejects.toThrow(code);
  }
});

test("a party that has ended, or of another address, is nobody's to take over", async () => {
  const made = await world();
  await asGuest(made, { state: "cancelled" });
  await asGuest({ ...made, email: `x${made.email}` });
  expect(await register(made)).toMatchObject({ wasGuest: false });
  expect(await partiesOf(made)).toHaveLength(3);
});

test("a member who asks without signing in is told that they are registered, or to sign in", async () => {
  const made = await world();
  const letters = async () => {
    const rows = await query((db) =>
      db
        .select({ kind: mails.kind, data: mails.data })
        .from(mails)
        .where(eq(mails.accountId, made.member.accountId))
        .orderBy(asc(mails.createdAt)),
    );
    return rows.flatMap(({ kind, data }) => (kind === "eventGuestAsked" ? [data.way] : []));
  };
  const first = await ask(made);
  await register(made);
  expect(await ask(made)).toEqual(first);
  expect(await letters()).toEqual(["member", "registered"]);
  expect(await partiesOf(made)).toHaveLength(1);
});

test("whoever became a member and registered confirms no second party by an older letter", async () => {
  const made = await world();
  const guest = await transaction((tx) => makeGuest(tx, made.event.id, { email: made.email }));
  await register(made);
  await expect(confirm(guest.guestId)).rejects.toThrow("alreadyRegistered");
  expect(await partiesOf(made)).toHaveLength(1);
});

test("confirmed as a guest and registered as a member at once: one party", async () => {
  for (let round = 0; round < 5; round += 1) {
    const made = await world();
    const guest = await transaction((tx) => makeGuest(tx, made.event.id, { email: made.email }));
    await Promise.allSettled([confirm(guest.guestId), register(made), register(made)]);
    const [party, ...more] = await partiesOf(made);
    expect(more).toEqual([]);
    expect(party).toMatchObject({ memberId: made.member.memberId, guestId: null });
  }
});
