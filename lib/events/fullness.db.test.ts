import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getEvent } from "./queries";
import { cancelRegistration, registerForEvent } from "./registrations.mutations";
import { markSelection, tellSelection } from "./selecting.mutations";
import { settleRegistration } from "./settling.mutations";

type Person = Viewer & { memberId: string };

afterAll(closeDatabase);

const PARTY = { companions: [], note: "", isShown: false, takesPhotos: false } as const;

const member = (role?: "administrator") =>
  transaction(async (tx) => (await makeMember(tx, {}, role && { role })) as Person);

/** Whether a transaction raises the public epoch, and what it gives. */
const raises = (act: Parameters<typeof transaction>[0]) =>
  transaction(async (tx) => {
    await act(tx);
    const [row] = await tx.execute<{ raised: boolean }>(
      sql`select coalesce(current_setting('club.public_epoch', true) = 'raised', false) as raised`,
    );
    return row?.raised;
  });

const register = (viewer: Viewer, eventId: string, companions: string[] = []) =>
  raises((tx) => registerForEvent(tx, viewer, { ...PARTY, eventId, companions }));

test("a visitor's page says full as soon as it is, and no registration beside renews it", async () => {
  const values = { audience: "public", capacity: 2, companionsMost: 1 } as const;
  const { id, slug } = await transaction((tx) => makeOpenEvent(tx, values));
  const isFull = async () => (await getEvent(null, slug))?.isFull;
  const [first, second, third] = [await member(), await member(), await member()];
  expect(await register(first, id)).toBe(false);
  expect(await isFull()).toBe(false);
  expect(await register(second, id)).toBe(true);
  expect(await isFull()).toBe(true);
  expect(await register(third, id)).toBe(false);

  // What one gives up is offered to the next: it stays full. With nobody waiting it is free again.
  const giveUp = async (person: Person) => {
    const { id: registrationId, version, memberId } = eventRegistrations;
    const [mine] = await query((db) =>
      db
        .select({ registrationId, version })
        .from(eventRegistrations)
        .where(eq(memberId, person.memberId)),
    );
    if (!mine) throw new Error("nobody is registered");
    return raises((tx) => cancelRegistration(tx, person, mine));
  };
  expect(await giveUp(first)).toBe(false);
  expect(await isFull()).toBe(true);
  expect(await giveUp(second)).toBe(true);
  expect(await isFull()).toBe(false);
});

test("those who are selected fill it as those who came first do", async () => {
  const values = { audience: "public", capacity: 1, needsApproval: true } as const;
  const { id, slug, version } = await transaction((tx) => makeOpenEvent(tx, values));
  const chief = await member("administrator");
  expect(await register(await member(), id)).toBe(false);
  const [asked] = await query((db) =>
    db
      .select({ id: eventRegistrations.id })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, id)),
  );
  const marked = { reasonCode: null, words: "", registrationIds: [asked?.id ?? ""] } as const;
  await transaction((tx) =>
    markSelection(tx, chief, { ...marked, eventId: id, verdict: "selected" }),
  );
  expect((await getEvent(null, slug))?.isFull).toBe(false);
  expect(await raises((tx) => tellSelection(tx, chief, { id, version }))).toBe(true);
  expect((await getEvent(null, slug))?.isFull).toBe(true);
});

test("more places, or fewer, are said with what is settled", async () => {
  const values = { audience: "public", capacity: 1 } as const;
  const { id, slug } = await transaction((tx) => makeOpenEvent(tx, values));
  const chief = await member("administrator");
  await register(await member(), id);
  const isFull = async () => (await getEvent(null, slug))?.isFull;
  expect(await isFull()).toBe(true);
  for (const [capacity, expected] of [
    [3, false],
    [1, true],
    [null, false],
  ] as const) {
    const [row] = await query((db) =>
      db.select({ version: entries.version }).from(entries).where(eq(entries.id, id)),
    );
    await transaction((tx) =>
      settleRegistration(tx, chief, {
        ...{ id, version: row?.version ?? 0, capacity, price: null, needsApproval: false },
        ...{ companionsMost: 0, closes: null, onlineUrl: null, keepsSeated: false },
      }),
    );
    expect(await isFull()).toBe(expected);
  }
});
