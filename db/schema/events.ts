import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, localizedText, oneOf } from "../columns";
import {
  EVENT_AUDIENCES,
  EVENT_PROGRESS,
  EVENT_ROLES,
  EVENT_ZONES,
  type EventAudience,
  type EventProgress,
  type EventRole,
  type EventZone,
} from "../enums";
import { accounts } from "./accounts";
import { entries } from "./entries";
import { members } from "./members";
import { organisations } from "./organisations";

/** A minute as a clock shows it, `YYYY-MM-DD HH:MM`. */
const MINUTE = sql.raw("'^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}$'");

/** What an entry that is an event, or a delegation, holds beside what all entries share. */
export const events = pgTable(
  "events",
  {
    id: uuid()
      .primaryKey()
      .references(() => entries.id, { onDelete: "cascade" }),
    /** Slugs of `eventKinds` and `eventFormats`. */
    eventKind: text("event_kind"),
    format: text(),
    audience: text().$type<EventAudience>().notNull().default("members"),
    zone: text().$type<EventZone>().notNull().default("lyon"),
    /** As the clocks of its zone show it; `startsAt` and `endsAt` are the instants that follow from it. */
    starts: text(),
    ends: text(),
    startsAt: at(),
    endsAt: at(),
    /** Slug of `lyonPlaces`; where it is held in China stands in the cities of its entry. */
    place: text(),
    /** The building and the address. */
    venue: localizedText(),
    summary: localizedText(),
    programme: localizedText(),
    /** Slugs of `experienceTopics` and `languages`. */
    topics: text().array().notNull().default(sql`'{}'`),
    languages: text().array().notNull().default(sql`'{}'`),
    progress: text().$type<EventProgress>().notNull().default("announced"),
    /** Why it was called off, in the words of whoever did: for whoever reads it. */
    cancelledWords: text(),
    /** Places; without a number, as many as come. */
    capacity: integer(),
    /** Euros that each person pays; nothing where it is free. */
    price: integer(),
    /** All its places are taken, as was settled last: what visitors are told, whose pages a registration alone does not renew. */
    isFull: boolean().notNull().default(false),
    needsApproval: boolean().notNull().default(false),
    /** Companions that somebody may bring. */
    companionsMost: integer().notNull().default(0),
    /** Until when one registers, as the clocks of its zone show it, and the instant; until it starts where it is empty. */
    closes: text(),
    closesAt: at(),
    /** Where one takes part from afar: for who has a place. */
    onlineUrl: text(),
  },
  (table) => [
    oneOf("events_audience_check", table.audience, EVENT_AUDIENCES),
    oneOf("events_zone_check", table.zone, EVENT_ZONES),
    oneOf("events_progress_check", table.progress, EVENT_PROGRESS),
    check(
      "events_minutes_check",
      sql`${table.starts} ~ ${MINUTE} and ${table.ends} ~ ${MINUTE} and ${table.closes} ~ ${MINUTE}`,
    ),
    check(
      "events_cancelled_words_check",
      sql`${table.cancelledWords} is null or ${table.progress} = 'cancelled'`,
    ),
    check("events_order_check", sql`${table.endsAt} > ${table.startsAt}`),
    check(
      "events_figures_check",
      sql`${table.capacity} between 1 and 100000 and ${table.price} between 1 and 100000
        and ${table.companionsMost} between 0 and 9`,
    ),
    // listNextEvents
    index("events_starts_index").on(table.startsAt),
  ],
);

/**
 * An organisation that holds an event with the club, or is asked to. Only once it has agreed is it named to readers, and does whoever
 * manages it keep the event.
 */
export const eventHosts = pgTable(
  "event_hosts",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** When its managers were asked, and for whom: none where who named it manages it, nor before the event has a day. */
    askedAt: at(),
    askedBy: uuid("asked_by").references(() => accounts.id, { onDelete: "set null" }),
    agreedAt: at(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.organisationId] }),
    // of an organisation, and of those who manage it
    index("event_hosts_organisation_index").on(table.organisationId),
    // erasure
    index("event_hosts_asked_by_index").on(table.askedBy).where(sql`${table.askedBy} is not null`),
  ],
);

/** Who keeps an event, speaks at it or is asked to come. Only who speaks may be no member, and has a name then. */
export const eventPeople = pgTable(
  "event_people",
  {
    id: id(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    role: text().$type<EventRole>().notNull(),
    memberId: uuid("member_id").references(() => members.id, { onDelete: "cascade" }),
    /** Of a speaker who is no member, with what they do. */
    name: text(),
    position: integer().notNull().default(0),
    /** When they heard of it: of a draft, once it is online. */
    toldAt: at(),
  },
  (table) => [
    oneOf("event_people_role_check", table.role, EVENT_ROLES),
    check(
      "event_people_named_check",
      sql`(${table.memberId} is null) <> (${table.name} is null)
        and (${table.role} = 'speaker' or ${table.memberId} is not null)`,
    ),
    uniqueIndex("event_people_member_unique").on(table.eventId, table.role, table.memberId),
    // erasure, and what somebody keeps or is asked to
    index("event_people_member_index").on(table.memberId),
  ],
);
