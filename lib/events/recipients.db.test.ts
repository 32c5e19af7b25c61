import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { mails } from "@/db/schema/mail";
import { eventGuests } from "@/db/schema/registrations";
import { readGuestToken } from "./guest-link";
import { recipientsOf } from "./recipients.queries";
import { cancelRegistration } from "./registrations.mutations";

afterAll(closeDatabase);

test("a guest who waits is offered what a member gives up, by letter, in their language and to their own page", async () => {
  const { leaver, party, guest } = await transaction(async (tx) => {
    const event = await makeOpenEvent(tx, { capacity: 1 });
    const one = await makeMember(tx);
    const { memberId } = one;
    const made = await makeRegistration(tx, { eventId: event.id, memberId });
    const waits = await makeGuest(tx, event.id, { locale: "zh" }, { state: "waiting" });
    return { leaver: one, party: made, guest: waits };
  });
  await transaction((tx) => cancelRegistration(tx, leaver, party));
  const { kind, locale, address, accountId, data } = mails;
  const letters = await query((db) =>
    db
      .select({ kind, locale, address, accountId, data })
      .from(mails)
      .where(eq(mails.guestId, guest.guestId)),
  );
  expect(letters).toMatchObject([
    { kind: "eventSeatOffered", locale: "zh", address: guest.email, accountId: null },
  ]);
  const [, token = ""] = /^\/guest\?token=([\w-]+)$/.exec(letters[0]?.data.to ?? "") ?? [];
  expect(readGuestToken(token)).toBe(guest.guestId);
  expect(readGuestToken(`${token.slice(0, -2)}AA`)).toBeNull();
});

test("members are told by their account, guests at their address, and of whom nothing is kept nobody", async () => {
  await transaction(async (tx) => {
    const { id } = await makeOpenEvent(tx);
    const { memberId } = await makeMember(tx);
    const guest = await makeGuest(tx, id);
    const emptied = await makeGuest(tx, id);
    await tx
      .update(eventGuests)
      .set({ name: null, email: null })
      .where(eq(eventGuests.id, emptied.guestId));
    const parties = [
      { memberId, guestId: null },
      { memberId: null, guestId: emptied.guestId },
      { memberId: null, guestId: guest.guestId },
    ];
    expect(await recipientsOf(tx, parties)).toMatchObject([{ memberId }, { address: guest.email }]);
    expect(await recipientsOf(tx, [])).toEqual([]);
  });
});
