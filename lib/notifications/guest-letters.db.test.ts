import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makeGuest, makeOpenEvent } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mail";
import { record } from "@/lib/core/events/record";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { sendMail } from "@/lib/core/mail/send-mail";
import { recipientsOf } from "@/lib/events/recipients.queries";
import { seatEvent, tellRegistered } from "@/lib/events/registration-notices";
import { registerForEvent } from "@/lib/events/registrations.mutations";
import { isLetterStillTold } from "./letters.queries";

afterAll(closeDatabase);

/** A guest's letter that waits in the outbox, with the event that it tells of. */
const queued = (past: string, email?: string) =>
  transaction(async (tx) => {
    const event = await makeOpenEvent(tx, { audience: "public" });
    const { guestId } = await makeGuest(tx, event.id, { confirmedAt: new Date(), email }, {});
    const to = await recipientsOf(tx, [{ memberId: null, guestId }]);
    const told = { slug: "s", title: { fr: "canari" }, originalLocale: "fr" } as const;
    const where = { format: "online", place: null, cities: [], venue: {}, price: null };
    const when = { startsAt: new Date(), endsAt: new Date(), ...where };
    const more = { state: "confirmed", facts: { way: "new", changes: "" } } as const;
    await record(tx, null, seatEvent(event, past), {
      tell: tellRegistered({ ...told, ...when }, to, more),
    });
    return { eventId: event.id, guestId };
  });

const change = (id: string, values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, id)));

const lettersTo = (guestId: string) =>
  query((db) =>
    db
      .select({ id: mails.id, kind: mails.kind, sentAt: mails.sentAt })
      .from(mails)
      .where(eq(mails.guestId, guestId)),
  );

const hidden = { hiddenAt: new Date() };
const offline = { moderation: "withdrawn" } as const;

const TOLD: [past: string, kind: MailKind, isTold: { hidden: boolean; offline: boolean }][] = [
  ["guest-asked", "eventGuestAsked", { hidden: false, offline: false }],
  ["registered", "eventRegistered", { hidden: false, offline: false }],
  ["seat-offered", "eventSeatOffered", { hidden: false, offline: false }],
  ["changed", "eventChanged", { hidden: false, offline: false }],
  ["reminded", "eventReminder", { hidden: false, offline: false }],
  // That they need not come, as members are told.
  ["cancelled", "eventCancelled", { hidden: false, offline: true }],
];

test.each(TOLD)("a guest's letter that tells %s is asked about its event", async (...row) => {
  const [past, kind, isTold] = row;
  const { eventId, guestId } = await queued(past);
  const [letter] = await lettersTo(guestId);
  expect(letter?.kind).toBe(kind);
  const isStill = () => isLetterStillTold(letter?.id ?? "");
  expect(await isStill()).toBe(true);
  await query((db) => db.update(events).set({ audience: "members" }).where(eq(events.id, eventId)));
  expect(await isStill()).toBe(true);
  await change(eventId, hidden);
  expect(await isStill()).toBe(isTold.hidden);
  await change(eventId, { hiddenAt: null, ...offline });
  expect(await isStill()).toBe(isTold.offline);
});

test.each([
  ["taken down", hidden],
  ["withdrawn", offline],
])("of an event that was %s while it waited no letter leaves to a guest", async (_what, gone) => {
  const { eventId, guestId } = await queued("reminded");
  const [letter] = await lettersTo(guestId);
  await change(eventId, gone);
  await sendMail(letter?.id ?? "", { composers: {}, isStillTold: isLetterStillTold });
  expect(await lettersTo(guestId)).toEqual([]);
});

test("of one that is online it leaves", async () => {
  const { guestId } = await queued("reminded");
  const [letter] = await lettersTo(guestId);
  await sendMail(letter?.id ?? "", { composers: {}, isStillTold: isLetterStillTold });
  expect(await lettersTo(guestId)).toEqual([{ ...letter, sentAt: expect.any(Date) }]);
});

test("one that waits while its guest joins as a member is asked about its event as before", async () => {
  const member = await transaction((tx) => makeMember(tx));
  const [own] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, member.accountId)),
  );
  const { eventId, guestId } = await queued("reminded", own?.email);
  const party = { eventId, companions: [], note: "", isShown: false, takesPhotos: false };
  await transaction((tx) => registerForEvent(tx, member, party));
  const [letter] = await lettersTo(guestId);
  expect(await isLetterStillTold(letter?.id ?? "")).toBe(true);
  await change(eventId, hidden);
  expect(await isLetterStillTold(letter?.id ?? "")).toBe(false);
});
