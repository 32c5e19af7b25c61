import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeGuest, makeOpenEvent } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { guestToken } from "./guest-link";
import { getGuestPage } from "./guests.queries";

afterAll(closeDatabase);

const TITLE = { fr: "canari-titre" };
const VENUE = { fr: "canari-rue" };
const LINK = "https://canari.example/salle";

test("a guest's page says nothing of an event that was taken down but what is theirs, and that they may cancel", async () => {
  const { id, guestId } = await transaction(async (tx) => {
    const values = { audience: "public", title: TITLE, onlineUrl: LINK, venue: VENUE } as const;
    const event = await makeOpenEvent(tx, values);
    const guest = await makeGuest(tx, event.id, { confirmedAt: new Date() }, {});
    return { ...event, ...guest };
  });
  const read = async () => JSON.stringify(await getGuestPage(guestToken(guestId)));
  for (const one of [TITLE.fr, LINK, VENUE.fr]) expect(await read()).toContain(one);
  const hidden = { hiddenAt: new Date() };
  await query((db) => db.update(entries).set(hidden).where(eq(entries.id, id)));
  for (const one of [TITLE.fr, LINK, VENUE.fr]) expect(await read()).not.toContain(one);
  expect((await getGuestPage(guestToken(guestId)))?.own?.state).toBe("confirmed");
});

test("it says why an event was called off, as long as that is online", async () => {
  const { id, guestId } = await transaction(async (tx) => {
    const why = { progress: "cancelled", cancelledWords: "canari-motif" } as const;
    const event = await makeOpenEvent(tx, { audience: "public", ...why });
    const party = { state: "cancelled" } as const;
    return { ...event, ...(await makeGuest(tx, event.id, { confirmedAt: new Date() }, party)) };
  });
  const read = async () => (await getGuestPage(guestToken(guestId)))?.event.cancelledWords;
  expect(await read()).toBe("canari-motif");
  const set = (values: Partial<typeof entries.$inferInsert>) =>
    query((db) => db.update(entries).set(values).where(eq(entries.id, id)));
  await set({ hiddenAt: new Date() });
  expect(await read()).toBeNull();
  await set({ hiddenAt: null, moderation: "withdrawn" });
  expect(await read()).toBeNull();
});

test("nor what is written in one that was taken back, once it is over", async () => {
  const { id, guestId } = await transaction(async (tx) => {
    const past = { startsAt: new Date("2026-01-15T06:00Z"), endsAt: new Date("2026-01-15T08:00Z") };
    const event = await makeOpenEvent(tx, {
      audience: "public",
      onlineUrl: LINK,
      venue: VENUE,
      ...past,
    });
    const party = { state: "attended" } as const;
    return { ...event, ...(await makeGuest(tx, event.id, { confirmedAt: new Date() }, party)) };
  });
  const back = { moderation: "withdrawn", title: TITLE } as const;
  await query((db) => db.update(entries).set(back).where(eq(entries.id, id)));
  const read = JSON.stringify(await getGuestPage(guestToken(guestId)));
  for (const one of [TITLE.fr, LINK, VENUE.fr]) expect(read).not.toContain(one);
});
