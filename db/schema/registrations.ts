import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, locale, oneOf } from "../columns";
import {
  REGISTRATION_STATES,
  type RegistrationState,
  SELECTION_VERDICTS,
  type SelectionVerdict,
} from "../enums-of-events";
import { accounts } from "./accounts";
import { events } from "./events";
import { members } from "./members";

const isLiving = sql.raw("state in ('pending', 'confirmed', 'waiting', 'offered')");

/**
 * Somebody without an account who asks to come to an event, once for each time they ask: as they wrote it until they confirm it by
 * mail, and then whom their registration names. Emptied some weeks after the event.
 */
export const eventGuests = pgTable(
  "event_guests",
  {
    id: id(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    name: text(),
    email: text(),
    locale: locale().notNull(),
    /** What they asked for, until their registration holds it. */
    companions: text().array().notNull().default(sql`'{}'`),
    note: text(),
    isShown: boolean().notNull().default(false),
    takesPhotos: boolean().notNull().default(false),
    confirmedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    check("event_guests_named_check", sql`(${table.name} is null) = (${table.email} is null)`),
    // what is swept of an event
    index("event_guests_event_index").on(table.eventId),
    // erasure
    index("event_guests_email_index").on(table.email),
  ],
);

/** A party that comes to an event, or would like to: a member or a guest with the companions they name. */
export const eventRegistrations = pgTable(
  "event_registrations",
  {
    id: id(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Whose party it is: a member's, or that of a guest without an account. */
    memberId: uuid("member_id").references(() => members.id, { onDelete: "cascade" }),
    guestId: uuid("guest_id").references(() => eventGuests.id, { onDelete: "cascade" }),
    /** Of a guest's address, so that each has one party: its hash. */
    guestKey: text("guest_key"),
    state: text().$type<RegistrationState>().notNull(),
    /** The person and their companions. */
    seats: integer().notNull().generatedAlwaysAs(sql`1 + cardinality(companions)`),
    companions: text().array().notNull().default(sql`'{}'`),
    /** Their turn: given while the event is held, so that it says who came first. */
    queue: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Until when a place that came free is theirs to take. */
    offeredUntil: at(),
    /** When they heard that places went past them to a smaller party. */
    passedAt: at(),
    /** Prepared by whoever keeps the event, told to all at once: a slug of `reasonsEventSelection`, and words. */
    verdict: text().$type<SelectionVerdict>(),
    reasonCode: text("reason_code"),
    reasonWords: text("reason_words"),
    toldAt: at(),
    /** Others who are in sight of the event may read that they come; they may be in photographs. */
    isShown: boolean().notNull().default(false),
    takesPhotos: boolean().notNull().default(false),
    /** A line to whoever keeps the event. */
    note: text(),
    paidAt: at(),
    paidBy: uuid("paid_by").references(() => accounts.id, { onDelete: "set null" }),
    attendedAt: at(),
    /** Whether it was worth coming, said afterwards: one of `OUTCOMES`, and words. */
    outcome: text(),
    outcomeWords: text("outcome_words"),
    /** So many days before the event they were last reminded of it. */
    remindedDays: integer(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    oneOf("event_registrations_state_check", table.state, REGISTRATION_STATES),
    oneOf("event_registrations_verdict_check", table.verdict, SELECTION_VERDICTS),
    check("event_registrations_companions_check", sql`cardinality(${table.companions}) <= 9`),
    check(
      "event_registrations_offer_check",
      sql`(${table.state} = 'offered') = (${table.offeredUntil} is not null)`,
    ),
    // One that lasts of each member, however often they send it.
    uniqueIndex("event_registrations_living_unique")
      .on(table.eventId, table.memberId)
      .where(isLiving),
    uniqueIndex("event_registrations_guest_unique")
      .on(table.eventId, table.guestKey)
      .where(isLiving),
    check(
      "event_registrations_party_check",
      sql`num_nonnulls(${table.memberId}, ${table.guestId}) = 1`,
    ),
    // who is next, and the keepers' list
    index("event_registrations_queue_index").on(table.eventId, table.state, table.queue),
    // erasure, and one's own
    index("event_registrations_member_index").on(table.memberId),
    // a guest's own, by the link of their letters
    index("event_registrations_guest_index").on(table.guestId),
    index("event_registrations_paid_by_index").on(table.paidBy),
  ],
);
