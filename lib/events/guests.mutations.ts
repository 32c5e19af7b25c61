import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RegistrationState } from "@/db/enums-of-events";
import { accounts } from "@/db/schema/accounts";
import { eventGuests } from "@/db/schema/registrations";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { guestKeyOf, readGuestToken } from "./guest-link";
import { findGuest, findLivingGuest, isRegisteredMember } from "./guests.queries";
import { recipientsOf } from "./recipients.queries";
import { seatEvent, tellRegistered } from "./registration-notices";
import { refusedParty, requireNames } from "./registration-terms";
import { enterParty, type Party } from "./registrations.mutations";
import { type Guest, guestRefusal, isLateToConfirm } from "./registrations.policy";
import { holdEvent, readSeats } from "./seats.queries";

/** What somebody hears when they ask to come without an account: confirm it, it is there already, or sign in to it or for it. */
type Answer = { way: "new" | "known" | "member" | "registered"; to: Recipient };

/**
 * Keeps what somebody without an account asks for at an event that visitors read, and sends its address the one letter that fits:
 * the link that confirms it; to the registration that is there; or to sign in, where it is a member's. Whoever types an address
 * changes nothing of what is there, and the caller answers the same in every case. Throws `notFound`, `companionNameless` and, on
 * the companions, what the event refuses the party for (`guestRefusal`).
 */
export async function askAsGuest(
  tx: Transaction,
  input: Party & { eventId: string; name: string; email: string; locale: Locale },
): Promise<{ slug: string }> {
  requireNames(input.companions);
  const event = await holdEvent(tx, "visitor", input.eventId);
  const { now } = await readSeats(tx, event.id);
  const party = { seats: 1 + input.companions.length, standing: null };
  const refusal = guestRefusal(event, party, now);
  if (refusal) throw refusedParty(refusal, event);
  authorize(event.audience === "public");
  const { way, to } = await answerTo(tx, input);
  const page = `/events/${event.slug}`;
  const facts = { way, to: way === "registered" ? page : `${page}/register` };
  await record(tx, null, seatEvent(event, "guest-asked"), {
    tell: tellRegistered(event, to, { facts }),
  });
  return { slug: event.slug };
}

async function answerTo(
  tx: Transaction,
  { eventId, email, name, locale, companions, ...more }: Parameters<typeof askAsGuest>[1],
): Promise<Answer> {
  const isTheirs = eq(accounts.email, email);
  const [account] = await tx.select({ accountId: accounts.id }).from(accounts).where(isTheirs);
  if (account) {
    const isThere = await isRegisteredMember(tx, { eventId, email });
    return { way: isThere ? "registered" : "member", to: account };
  }
  const known = await findLivingGuest(tx, { eventId, guestKey: guestKeyOf(email) });
  if (known) return { way: "known", to: await recipientOf(tx, known) };
  const { note, isShown, takesPhotos } = more;
  const [guest] = await tx
    .insert(eventGuests)
    .values({
      ...{ eventId, email, name, locale, companions: [...companions] },
      ...{ note: note || null, isShown, takesPhotos },
    })
    .returning({ guestId: eventGuests.id });
  if (!guest) throw new Error("no guest was kept");
  // By whoever typed it: a stranger's letter does not say what they wrote.
  return { way: "new", to: { ...(await recipientOf(tx, guest)), name: "" } };
}

async function recipientOf(tx: Transaction, { guestId }: Guest): Promise<Recipient> {
  const [recipient] = await recipientsOf(tx, [{ memberId: null, guestId }]);
  if (!recipient) throw new AppError("conflict");
  return recipient;
}

/**
 * Registers the guest whose letter it is, with what they asked for: as a member is, the event held first. Confirmed again it stays
 * as it is, and of several letters to one address the first counts. Gives whose registration stands. Throws `guestLinkOver`,
 * `guestTooLate`, and what the event refuses the party for (`guestRefusal`).
 */
export async function confirmGuest(
  tx: Transaction,
  { token }: { token: string },
): Promise<Guest & { state: RegistrationState | null }> {
  const guestId = readGuestToken(token);
  const asked = await findGuest(tx, guestId);
  authorize(guestId !== null && asked !== null, "guestLinkOver");
  const event = await holdEvent(tx, null, asked.eventId);
  const guest = await findGuest(tx, guestId);
  authorize(guest !== null, "guestLinkOver");
  if (guest.confirmedAt) return { guestId, state: null };
  const guestKey = guestKeyOf(guest.email);
  const first = await findLivingGuest(tx, { eventId: event.id, guestKey });
  if (first) return { ...first, state: null };
  const seen = await readSeats(tx, event.id, { guestKey });
  authorize(!isLateToConfirm(guest, seen.now), "guestTooLate");
  const { companions, isShown, takesPhotos } = guest;
  // Since they asked they may have become a member, and registered as one.
  const isThere = await isRegisteredMember(tx, { eventId: event.id, email: guest.email });
  const standing = isThere ? "confirmed" : seen.standing;
  const party = { seats: 1 + companions.length, standing };
  const refusal = guestRefusal(event, party, seen.now);
  // No field of the page that confirms is at fault.
  if (refusal) throw new AppError(refusal, { values: refusedParty(refusal, event).values });
  const whose = {
    values: { guestId, guestKey },
    tells: await recipientOf(tx, { guestId }),
  };
  const state = await enterParty(
    tx,
    null,
    { event, seen, whose },
    { companions, isShown, takesPhotos, note: guest.note ?? "" },
  );
  const moved = { companions: [], note: null, isShown: false, takesPhotos: false };
  await tx
    .update(eventGuests)
    .set({ ...moved, confirmedAt: sql`now()` })
    .where(and(eq(eventGuests.id, guestId)));
  return { guestId, state };
}
