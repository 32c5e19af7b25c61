import "server-only";
import { and, eq, exists, gt, inArray, isNotNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { RegistrationState } from "@/db/enums-of-events";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { isPresent } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { thisMoment } from "@/lib/core/this-moment";
import { type EntryVersion, keepersOf } from "@/lib/entries/locked.queries";
import { factColumns } from "@/lib/entries/sight.queries";
import { doorOpensAt } from "./attendance.policy";
import {
  canKeepRegistrations,
  type Guest,
  LIVING_STATES,
  SEATED_STATES,
  viewerOf,
} from "./registrations.policy";
import { isInSight } from "./sight.queries";

const columns = {
  ...factColumns,
  id: entries.id,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  version: entries.version,
  updatedAt: entries.updatedAt,
  isHidden: isHidden(entries),
  progress: events.progress,
  cancelledWords: events.cancelledWords,
  audience: events.audience,
  zone: events.zone,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  closesAt: events.closesAt,
  format: events.format,
  place: events.place,
  venue: events.venue,
  cities: entries.cities,
  capacity: events.capacity,
  price: events.price,
  needsApproval: events.needsApproval,
  companionsMost: events.companionsMost,
};

export type HeldEvent = Awaited<ReturnType<typeof holdEvent>>;

/**
 * An event in the viewer's sight, or in that of visitors, or any for the portal itself (null), held until the transaction ends: before its registrations
 * are looked at, so that they are counted one after the other. Throws `notFound`.
 */
export async function holdEvent(tx: Transaction, viewer: Viewer | "visitor" | null, id: string) {
  const sight = viewer === "visitor" ? isInSight(null) : viewer ? isInSight(viewer) : undefined;
  const [row] = await tx
    .select(columns)
    .from(entries)
    .innerJoin(events, eq(events.id, entries.id))
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(entries.id, id), sight))
    .for("no key update", { of: [entries, events] });
  if (!row) throw new AppError("notFound");
  const isKeeper = row.keepers.includes((viewer !== "visitor" && viewer?.accountId) || "");
  return isKeeper ? { ...row, keepers: await keepersOf(tx, id) } : row;
}

/** An event that the viewer keeps, as a form has it. Throws `notFound`, `conflict`. */
export async function holdKept(tx: Transaction, viewer: Viewer, input: EntryVersion) {
  const event = await holdEvent(tx, viewer, input.id);
  authorize(canKeepRegistrations(viewer, event));
  authorize(event.version === input.version, "conflict");
  return { ...event, entryKind: "event" as const };
}

const seatsIn = (states: readonly RegistrationState[]) =>
  sql<number>`(select coalesce(sum(held.seats), 0)::int from ${eventRegistrations} held
    where held.event_id = "events"."id" and ${inArray(sql`held.state`, [...states])})`;

/** Places taken of an event, of rows of `events`. */
export const seatsTaken = seatsIn(SEATED_STATES);

/** The same before it begins: nobody has come to it, or was missed. */
const seatsTakenBefore = seatsIn(["confirmed", "offered"]);

/** Whether all places are taken, of rows of `events` before they begin. */
export const hasNoSeats = sql<boolean>`coalesce(${events.capacity} <= ${seatsTakenBefore}, false)`;

/**
 * Whether all places of an event that still takes people are taken, of rows of `events`. To visitors as was settled last, in the row
 * of the event, and by this machine's clock: their page is kept, which no registration renews and no statement that asks for the time.
 */
export const isFullFor = (viewer: Viewer | null) =>
  viewer
    ? sql<boolean>`(${isOpen} and ${events.startsAt} > now() and ${hasNoSeats})`
    : sql<boolean>`(${isOpen} and ${events.startsAt} > ${thisMoment().toISOString()}::timestamptz and ${events.isFull})`;

const isOpen = sql`${events.progress} = 'open'`;

/** Whose standing at an event is read: a member's, or that of a guest's address (`guestKeyOf`). */
type Whose = { memberId: string | null } | { guestKey: string };

/** The companions of a registration; of names that are kept no more their number is left. */
export const companionsNamed = sql`array_remove(${eventRegistrations.companions}, '')`.mapWith(
  eventRegistrations.companions,
) as SQL<string[]>;

/** How things are at an event that is held: the time by the database's clock, places taken, who waits, what somebody has. */
export async function readSeats(
  tx: Transaction,
  eventId: string,
  whose: Whose = { memberId: null },
) {
  const isTheirs =
    "guestKey" in whose
      ? sql`mine.guest_key = ${whose.guestKey}`
      : sql`mine.member_id = ${whose.memberId}::uuid`;
  const lastOf = sql`(select mine.state from ${eventRegistrations} mine
    where mine.event_id = "events"."id" and ${isTheirs}
    order by mine.queue desc limit 1)`;
  const [row] = await tx
    .select({
      now: sql<Date>`clock_timestamp()`.mapWith(events.startsAt),
      taken: seatsTaken,
      isWaitedFor: hasOne(sql`one.state = 'waiting'`),
      isOfferDue: hasOne(sql`one.state = 'offered' and one.offered_until <= clock_timestamp()`),
      standing: sql<RegistrationState | null>`${lastOf}`,
    })
    .from(events)
    .where(eq(events.id, eventId));
  if (!row) throw new AppError("notFound");
  return row;
}

export type Seats = Awaited<ReturnType<typeof readSeats>>;

/** Whether a party that waits for an event would fit into so many places. */
export async function isFitting(tx: Transaction, eventId: string, free: number): Promise<boolean> {
  const { seats, state } = eventRegistrations;
  const isIt = and(
    eq(eventRegistrations.eventId, eventId),
    eq(state, "waiting"),
    lte(seats, Math.min(free, 100_000)),
  );
  return (await tx.$count(eventRegistrations, isIt)) > 0;
}

/**
 * Whether it would contradict who was checked in at an event to hold it then: who came is settled and it would not be over, or
 * somebody is there and its door would not be open yet.
 */
export async function isAgainstAttendance(
  tx: Transaction,
  eventId: string,
  { startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null },
): Promise<boolean> {
  const { state, attendedAt } = eventRegistrations;
  const opensAt = doorOpensAt({ startsAt });
  const isAhead = (at: Date | null) => sql`${at?.toISOString() ?? null}::timestamptz > now()`;
  const isIt = and(
    eq(eventRegistrations.eventId, eventId),
    or(
      and(inArray(state, ["attended", "absent"]), isAhead(endsAt)),
      and(isNotNull(attendedAt), isAhead(opensAt)),
    ),
  );
  return (await tx.$count(eventRegistrations, isIt)) > 0;
}

/** Whether somebody counts on an event that is held: has a place, is offered or waits for one, and it is not over. */
export async function isCountedOn(tx: Transaction, eventId: string): Promise<boolean> {
  const { state } = eventRegistrations;
  const lasting = tx
    .select({ one: sql`1` })
    .from(eventRegistrations)
    .where(and(eq(eventRegistrations.eventId, eventId), inArray(state, [...LIVING_STATES])));
  const isIt = and(eq(events.id, eventId), gt(events.endsAt, sql`now()`), exists(lasting));
  return (await tx.$count(events, isIt)) > 0;
}

/** The events that are over with registrations that nobody answered, the first over first. */
export async function listUnended(): Promise<string[]> {
  const { eventId, state } = eventRegistrations;
  const left = inArray(state, ["pending", "waiting", "offered"]);
  const rows = await query((db) =>
    db
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          lte(events.endsAt, sql`now()`),
          exists(
            db
              .select({ one: sql`1` })
              .from(eventRegistrations)
              .where(and(eq(eventId, events.id), left)),
          ),
        ),
      )
      .orderBy(events.endsAt),
  );
  return rows.map((row) => row.id);
}

/** The events to come at which an account has a place or a turn, as a guest of its address too, with how many places are theirs. */
export async function listSeatedAt(
  tx: Transaction,
  accountId: string,
): Promise<{ eventId: string; seats: number }[]> {
  const { eventId, memberId, guestId, state, seats } = eventRegistrations;
  const ownGuests = tx
    .select({ id: eventGuests.id })
    .from(eventGuests)
    .innerJoin(accounts, eq(accounts.email, eventGuests.email))
    .where(eq(accounts.id, accountId));
  return tx
    .select({
      eventId,
      seats: sql<number>`coalesce(sum(${seats}) filter (where ${inArray(state, ["confirmed", "offered"])}), 0)::int`,
    })
    .from(eventRegistrations)
    .leftJoin(members, eq(members.id, memberId))
    .innerJoin(events, eq(events.id, eventId))
    .where(
      and(
        or(eq(members.accountId, accountId), inArray(guestId, ownGuests)),
        inArray(state, [...LIVING_STATES]),
        gt(events.endsAt, sql`now()`),
      ),
    )
    .groupBy(eventId);
}

/** Registrations that last of an event, whose member's account was closed. */
export function listClosed(tx: Transaction, eventId: string) {
  const { id, state, seats, memberId } = eventRegistrations;
  return tx
    .select({ id, state, seats })
    .from(eventRegistrations)
    .innerJoin(members, eq(members.id, memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(eventRegistrations.eventId, eventId),
        inArray(state, [...LIVING_STATES]),
        not(isPresent()),
      ),
    );
}

const hasOne = (condition: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select from ${eventRegistrations} one
    where one.event_id = "events"."id" and ${condition})`;

const registrationColumns = {
  id: eventRegistrations.id,
  eventId: eventRegistrations.eventId,
  memberId: eventRegistrations.memberId,
  guestId: eventRegistrations.guestId,
  state: eventRegistrations.state,
  seats: eventRegistrations.seats,
  queue: eventRegistrations.queue,
  offeredUntil: eventRegistrations.offeredUntil,
  version: eventRegistrations.version,
};

export type HeldRegistration = Awaited<ReturnType<typeof holdRegistration>>["registration"];

/**
 * A registration with its event in the viewer's sight, of a guest with any, both held, the event first. Throws `notFound`, `conflict`.
 */
export async function holdRegistration(
  tx: Transaction,
  actor: Viewer | Guest,
  { registrationId, version }: { registrationId: string; version: number },
) {
  const isIt = eq(eventRegistrations.id, registrationId);
  const [known] = await tx
    .select({ eventId: eventRegistrations.eventId })
    .from(eventRegistrations)
    .where(isIt);
  if (!known) throw new AppError("notFound");
  const event = await holdEvent(tx, viewerOf(actor), known.eventId);
  const [registration] = await tx
    .select(registrationColumns)
    .from(eventRegistrations)
    .where(isIt)
    .for("no key update");
  if (!registration) throw new AppError("notFound");
  if (registration.version !== version) throw new AppError("conflict");
  return { event, registration };
}
