import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { RegistrationState } from "@/db/enums-of-events";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { authorize } from "@/lib/core/errors";
import { toldTitle } from "@/lib/entries/sight.queries";
import { guestKeyOf, readGuestToken } from "./guest-link";
import { type Guest, LIVING_STATES } from "./registrations.policy";
import { ownRegistration } from "./registrations.queries";

/** A guest of whom something is still kept; null for any other. */
export async function findGuest(db: Database | Transaction, guestId: string | null) {
  if (guestId === null) return null;
  const { id, eventId, name, email, locale, companions, note, createdAt, confirmedAt } =
    eventGuests;
  const { isShown, takesPhotos } = eventGuests;
  const [row] = await db
    .select({
      ...{ id, eventId, name, email, locale, companions, note, createdAt, confirmedAt },
      ...{ isShown, takesPhotos },
    })
    .from(eventGuests)
    .where(eq(id, guestId));
  if (!row || row.email === null) return null;
  return { ...row, email: row.email, name: row.name ?? "" };
}

/** The guest of an address who has, or waits for, something at an event; null for none. */
export async function findLivingGuest(
  db: Database | Transaction,
  { eventId, guestKey }: { eventId: string; guestKey: string },
): Promise<Guest | null> {
  const [row] = await db
    .select({ guestId: eventRegistrations.guestId })
    .from(eventRegistrations)
    .where(
      and(
        eq(eventRegistrations.eventId, eventId),
        eq(eventRegistrations.guestKey, guestKey),
        inArray(eventRegistrations.state, [...LIVING_STATES]),
      ),
    );
  return row?.guestId ? { guestId: row.guestId } : null;
}

/** The same of the address of a member's account; null for none. */
export async function findOwnGuest(
  tx: Transaction,
  { memberId, eventId }: { memberId: string; eventId: string },
): Promise<Guest | null> {
  const [own] = await tx
    .select({ email: accounts.email })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId));
  return own ? findLivingGuest(tx, { eventId, guestKey: guestKeyOf(own.email) }) : null;
}

/** Whether the member whose address it is has, or waits for, something at an event that is held. */
export async function isRegisteredMember(
  tx: Transaction,
  { eventId, email }: { eventId: string; email: string },
): Promise<boolean> {
  const [row] = await tx
    .select({ id: eventRegistrations.id })
    .from(eventRegistrations)
    .innerJoin(members, eq(members.id, eventRegistrations.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(eventRegistrations.eventId, eventId),
        eq(accounts.email, email),
        inArray(eventRegistrations.state, [...LIVING_STATES]),
      ),
    );
  return row !== undefined;
}

/** The guest of a letter, inside the transaction of their act. Throws `guestLinkOver`. */
export async function requireGuest(tx: Transaction, token: string): Promise<Guest> {
  const guest = await findGuest(tx, readGuestToken(token));
  authorize(guest !== null, "guestLinkOver");
  return { guestId: guest.id };
}

export type GuestPageData = NonNullable<Awaited<ReturnType<typeof getGuestPage>>>;

/**
 * What the link of a guest's letters shows: what they asked for, the event, and what they have or, not confirmed yet, whose party
 * their address has there already (`first`); of an event that was taken down neither title nor where it is, of one that was taken
 * back the title that was online last alone. Null for a link of which nothing is kept.
 */
export async function getGuestPage(token: string) {
  const guest = await query((db) => findGuest(db, readGuestToken(token)));
  if (!guest) return null;
  const guestKey = guestKeyOf(guest.email);
  const standing = sql<RegistrationState | null>`(select mine.state from event_registrations mine
    where mine.event_id = "events"."id" and mine.guest_key = ${guestKey} order by mine.queue desc limit 1)`;
  const said = (column: SQL) => sql<string | null>`(select ${column} from event_registrations mine
    where mine.guest_id = ${guest.id}::uuid limit 1)`;
  const [event] = await query((db) =>
    db
      .select({
        id: entries.id,
        slug: entries.slug,
        title: toldTitle(),
        originalLocale: entries.originalLocale,
        moderation: entries.moderation,
        isHidden: isHidden(entries),
        audience: events.audience,
        progress: events.progress,
        cancelledWords: events.cancelledWords,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        closesAt: events.closesAt,
        format: events.format,
        place: events.place,
        cities: entries.cities,
        venue: events.venue,
        price: events.price,
        capacity: events.capacity,
        companionsMost: events.companionsMost,
        onlineUrl: events.onlineUrl,
        standing,
        own: ownRegistration(sql`mine.guest_id = ${guest.id}::uuid`),
        outcome: said(sql`mine.outcome`),
        outcomeWords: said(sql`mine.outcome_words`),
      })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .where(eq(entries.id, guest.eventId)),
  );
  if (!event) return null;
  const { standing: last, own, outcome, outcomeWords, ...held } = event;
  const hasPlace = own?.state === "confirmed" || own?.state === "attended";
  const asked = { eventId: guest.eventId, guestKey };
  const first = own ? null : await query((db) => findLivingGuest(db, asked));
  const { isHidden: isGone } = held;
  const isOnline = !isGone && held.moderation === "published";
  return {
    ...{ guest, standing: last, own, outcome, outcomeWords, first },
    event: {
      ...held,
      title: isGone ? {} : held.title,
      ...(isOnline
        ? {}
        : { format: null, place: null, cities: [], venue: {}, cancelledWords: null }),
      onlineUrl: hasPlace && isOnline ? held.onlineUrl : null,
    },
  };
}
