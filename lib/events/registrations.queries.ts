import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { REGISTRATION_STATES, type RegistrationState } from "@/db/enums-of-events";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { thisMoment } from "@/lib/core/this-moment";
import { saidBy, sayerColumns } from "@/lib/entries/sayers.queries";
import { isOwnedBy } from "@/lib/entries/sight.queries";
import { type EventContent, instantsOf } from "./event";
import { heldAs, isHeldOtherwise } from "./event-changes";
import { isOver, isSeated, LIVING_STATES } from "./registrations.policy";
import { companionsNamed, seatsTaken } from "./seats.queries";
import { isInSight } from "./sight.queries";

const isEvent = eq(entries.entryKind, "event");

/** What the viewer has at an event; times in ISO 8601. */
export type OwnRegistration = {
  id: string;
  version: number;
  state: RegistrationState;
  companions: string[];
  note: string | null;
  isShown: boolean;
  takesPhotos: boolean;
  isPaid: boolean;
  offeredUntil: string | null;
  /** How many stand before them in the waiting list, themselves counted. */
  turn: number;
};

/** The last registration for a row of `events` of whom `isTheirs` tells, of rows `mine`. */
export const ownRegistration = (isTheirs: SQL) =>
  sql<OwnRegistration | null>`(select json_build_object('id', mine.id,
      'version', mine.version, 'state', mine.state, 'companions', array_remove(mine.companions, ''),
      'note', mine.note, 'isShown', mine.is_shown, 'takesPhotos', mine.takes_photos,
      'isPaid', mine.paid_at is not null, 'offeredUntil', mine.offered_until, 'turn', (select count(*)::int from ${eventRegistrations} before
        where before.event_id = mine.event_id and before.state = 'waiting' and before.queue <= mine.queue))
    from ${eventRegistrations} mine
    where mine.event_id = "events"."id" and ${isTheirs}
    order by mine.queue desc limit 1)`;

export type RegistrationCardData = NonNullable<Awaited<ReturnType<typeof getRegistrationCard>>>;

/**
 * How one registers for an event in the viewer's sight, how many places are taken, and what they have; null for any other. To
 * visitors it does not say what is taken: their page is kept, and a registration does not renew it.
 */
export async function getRegistrationCard(viewer: Viewer | null, id: string) {
  const own = ownRegistration(sql`mine.member_id = ${viewer?.memberId ?? null}::uuid`);
  const onlineUrl = sql<string | null>`case when exists (select from ${eventRegistrations} mine
    where mine.event_id = "events"."id" and mine.member_id = ${viewer?.memberId ?? null}::uuid
      and mine.state in ('confirmed', 'attended')) then ${events.onlineUrl} end`;
  const [row] = await query((db) =>
    db
      .select({
        id: entries.id,
        slug: entries.slug,
        moderation: entries.moderation,
        isHidden: isHidden(entries),
        progress: events.progress,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        closesAt: events.closesAt,
        capacity: events.capacity,
        price: events.price,
        needsApproval: events.needsApproval,
        companionsMost: events.companionsMost,
        onlineUrl: mayRead(viewer) ? onlineUrl : sql<null>`null`,
        taken: viewer ? seatsTaken : sql<null>`null`,
        own: viewer ? own : sql<null>`null`,
      })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isEvent, eq(entries.id, id), isInSight(viewer))),
  );
  return row ?? null;
}

export type Coming = Awaited<ReturnType<typeof listComing>>[number];

/** The most that a page names of those who come. */
const COMING_SHOWN = 24;

/** Who comes and lets others know, whose page the viewer may read, and guests by their name; the first who registered first; nobody to visitors. */
export async function listComing(viewer: Viewer | null, eventId: string) {
  if (!mayRead(viewer)) return [];
  const { state, isShown, queue } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({ ...sayerColumns(viewer), guestName: eventGuests.name })
      .from(eventRegistrations)
      .leftJoin(members, eq(members.id, eventRegistrations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(eventGuests, eq(eventGuests.id, eventRegistrations.guestId))
      .where(
        and(
          eq(eventRegistrations.eventId, eventId),
          inArray(state, ["confirmed", "attended"]),
          isShown,
        ),
      )
      .orderBy(asc(queue))
      .limit(COMING_SHOWN),
  );
  return rows.flatMap((row) => {
    const { by, guest } = partyBy(viewer, row);
    return by || guest?.name ? { by, guest: guest?.name ?? null } : [];
  });
}

export const REGISTRATIONS_PER_PAGE = 50;

export type RegistrationRow = Awaited<ReturnType<typeof listRegistrations>>["rows"][number];

export type KeptEvent = NonNullable<Awaited<ReturnType<typeof getKeptEvent>>>;

/** An event that the viewer keeps with how one registers for it; null for any other. */
export async function getKeptEvent(viewer: Viewer, slug: string) {
  const [row] = await query((db) =>
    db
      .select({
        id: entries.id,
        slug: entries.slug,
        version: entries.version,
        title: entries.title,
        originalLocale: entries.originalLocale,
        moderation: entries.moderation,
        progress: events.progress,
        cancelledWords: events.cancelledWords,
        isHidden: isHidden(entries),
        format: events.format,
        zone: events.zone,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        closes: events.closes,
        closesAt: events.closesAt,
        capacity: events.capacity,
        price: events.price,
        needsApproval: events.needsApproval,
        companionsMost: events.companionsMost,
        onlineUrl: events.onlineUrl,
        taken: seatsTaken,
      })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .where(and(isEvent, eq(entries.slug, slug), isOwnedBy(viewer))),
  );
  return row ?? null;
}

/** How many registrations of an event that the viewer keeps are in each state, and how many people they are. */
export const countRegistrations = (viewer: Viewer, eventId: string) =>
  countByState(eventId, isOwnedBy(viewer));

async function countByState(eventId: string, isReadable: SQL | undefined) {
  const { state, seats, verdict } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({
        state,
        parties: sql<number>`count(*)::int`,
        people: sql<number>`sum(${seats})::int`,
        marked: sql<number>`count(${verdict})::int`,
      })
      .from(eventRegistrations)
      .innerJoin(entries, eq(entries.id, eventRegistrations.eventId))
      .where(and(eq(eventRegistrations.eventId, eventId), isReadable))
      .groupBy(state),
  );
  const none = { parties: 0, people: 0, marked: 0 };
  return Object.fromEntries(
    REGISTRATION_STATES.map((one) => [one, rows.find((row) => row.state === one) ?? none]),
  ) as Record<RegistrationState, typeof none>;
}

type Described = Pick<
  EventContent,
  "starts" | "ends" | "zone" | "format" | "place" | "cities" | "venue"
>;

/**
 * How many registrations of an event that the viewer keeps, or decides on, are told once an edit of it is online: all that
 * last, where it is held otherwise than `before` and not in the past both times.
 */
export async function countToldOfEdit(
  viewer: Viewer,
  id: string,
  [before, now]: readonly [Described, Described],
): Promise<number> {
  // What it costs is no part of an edit.
  const heldIn = (one: Described) => ({ ...one, ...instantsOf(one), price: null });
  const [was, is] = [heldIn(before), heldIn(now)];
  const isAllPast = isOver(was, thisMoment()) && isOver(is, thisMoment());
  if (isAllPast || !isHeldOtherwise(heldAs(was), heldAs(is))) return 0;
  const counts = await countByState(id, isStaff(viewer) ? undefined : isOwnedBy(viewer));
  return LIVING_STATES.reduce((sum, state) => sum + counts[state].parties, 0);
}

/** A page of the registrations in one state of an event that the viewer keeps, who came first first, ended ones last first. */
export async function listRegistrations(
  viewer: Viewer,
  asked: { eventId: string; state: RegistrationState; page: number },
) {
  const { id, version, state, note, queue, verdict, reasonCode } = eventRegistrations;
  const { offeredUntil, paidAt, takesPhotos, createdAt, updatedAt } = eventRegistrations;
  const isLasting = asked.state === "pending" || isSeated(asked.state) || asked.state === "waiting";
  const rows = await query((db) =>
    db
      .select({
        ...sayerColumns(viewer),
        ...{ guestName: eventGuests.name, guestEmail: eventGuests.email },
        ...{ id, version, state, companions: companionsNamed, note, verdict, reasonCode },
        ...{ offeredUntil, paidAt, takesPhotos, createdAt, updatedAt },
      })
      .from(eventRegistrations)
      .innerJoin(entries, eq(entries.id, eventRegistrations.eventId))
      .leftJoin(members, eq(members.id, eventRegistrations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(eventGuests, eq(eventGuests.id, eventRegistrations.guestId))
      .where(
        and(
          eq(eventRegistrations.eventId, asked.eventId),
          eq(state, asked.state),
          isOwnedBy(viewer),
        ),
      )
      .orderBy(isLasting ? asc(queue) : desc(queue))
      .limit(REGISTRATIONS_PER_PAGE)
      .offset((asked.page - 1) * REGISTRATIONS_PER_PAGE),
  );
  return { rows: rows.map((row) => partyBy(viewer, row)) };
}

type Joined = Parameters<typeof saidBy>[1] & {
  guestName: string | null;
  guestEmail?: string | null;
};

/**
 * Whose party a row is: `by` of a member whose page the viewer may read; `guest` of whoever has no account, without a name once
 * nothing of them is kept.
 */
function partyBy<Row extends Joined>(viewer: Viewer, { guestName, guestEmail, ...row }: Row) {
  const isGuest = row.memberId === null;
  const guest = isGuest ? { name: guestName, email: guestEmail ?? null } : null;
  return { ...saidBy(viewer, row), guest };
}
