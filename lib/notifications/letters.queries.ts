import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { eventGuests } from "@/db/schema/registrations";
import { findReader } from "@/lib/core/auth/reader";
import { isToldToGuest } from "@/lib/events/sight.queries";
import { isStillTold } from "./sight.queries";

/**
 * Whether what a letter of the outbox says may still be read by whom it is to: as the list of notices would show it now, and to a
 * guest of an event as long as the event may be told of. One that stands in no list and goes to no guest (a sign-in code, a letter
 * to an applicant) may always be sent.
 */
export async function isLetterStillTold(mailId: string): Promise<boolean> {
  const [letter] = await query((db) =>
    db
      .select({ accountId: notices.accountId, guestId: mails.guestId })
      .from(mails)
      .leftJoin(notices, eq(notices.mailId, mails.id))
      .where(eq(mails.id, mailId)),
  );
  if (letter?.guestId) return isGuestStillTold(mailId);
  const reader = letter?.accountId && (await findReader(letter.accountId));
  if (!reader) return true;
  const [told] = await query((db) =>
    db
      .select({ isStill: isStillTold(db, reader) })
      .from(notices)
      .where(eq(notices.mailId, mailId)),
  );
  return told?.isStill === true;
}

async function isGuestStillTold(mailId: string): Promise<boolean> {
  const [told] = await query((db) =>
    db
      .select({ id: mails.id })
      .from(mails)
      .innerJoin(eventGuests, eq(eventGuests.id, mails.guestId))
      .innerJoin(entries, eq(entries.id, eventGuests.eventId))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(mails.id, mailId), isToldToGuest(mails.kind))),
  );
  return told !== undefined;
}
