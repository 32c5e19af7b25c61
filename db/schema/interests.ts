import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, LOCALES, locale, machineWords, oneOf } from "../columns";
import {
  INTEREST_MESSAGE_KINDS,
  INTEREST_STATES,
  type InterestMessageKind,
  type InterestState,
} from "../enums";
import { accounts } from "./accounts";
import { members } from "./members";
import { organisations } from "./organisations";
import { projects } from "./projects";

/** An expression of interest in a project, by a member, for themselves or their organisation. */
export const interests = pgTable(
  "interests",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Its receiving side: whoever owned the project when it was sent. A later owner is no part of it. */
    receivedBy: uuid("received_by")
      .notNull()
      .references(() => members.id),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "set null",
    }),
    state: text().$type<InterestState>().notNull().default("sent"),
    /** The language it is written in. */
    locale: locale().notNull(),
    cooperation: text().notNull(),
    unclear: text().notNull(),
    about: text().notNull(),
    /** The sender shows their name before it is accepted. */
    isNamed: boolean("is_named").notNull().default(false),
    /** What of the sender's sectors is shown to an owner who may not know them: as they are, coarser or nothing. */
    shownSectors: text("shown_sectors").array().notNull().default(sql`'{}'`),
    /** Whoever received it has blocked its sender and never reads it: to the sender it waits like any other. */
    isSilenced: boolean("is_silenced").notNull().default(false),
    /** When the state was reached: the clock both sides see. */
    stateAt: at().notNull().defaultNow(),
    /** The last reminder the owner got: 7 or 21 days. */
    remindedDays: integer("reminded_days").notNull().default(0),
    /** Since when a machine may translate the thread, for the part of the one and of the other. */
    senderMachineAt: at(),
    receiverMachineAt: at(),
    /** The day in Lyon on which one of the two ended the contact that its acceptance had made. */
    contactEndedOn: date(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [
    oneOf("interests_state_check", table.state, INTEREST_STATES),
    check(
      "interests_contact_check",
      sql`${table.contactEndedOn} is null or ${table.state} in ('accepted', 'in-talks', 'agreement', 'no-agreement')`,
    ),
    // one that is not ended a member and project
    uniqueIndex("interests_open_unique")
      .on(table.projectId, table.memberId)
      .where(
        sql`${table.state} in ('sent', 'under-review', 'more-info-asked', 'accepted', 'in-talks')`,
      ),
    // interestKeys, the five a member
    index("interests_member_index").on(table.memberId),
    // endInterests, countReceived
    index("interests_project_index").on(table.projectId),
    // interestKeys
    index("interests_received_index").on(table.receivedBy),
    // an organisation is removed
    index("interests_organisation_index")
      .on(table.organisationId)
      .where(sql`${table.organisationId} is not null`),
    // remindOfInterests, lapseInterests
    index("interests_waiting_index")
      .on(table.stateAt)
      .where(sql`${table.state} in ('sent', 'under-review', 'more-info-asked')`),
  ],
);

/** What both sides write in the thread. */
export const interestMessages = pgTable(
  "interest_messages",
  {
    id: id(),
    interestId: uuid("interest_id")
      .notNull()
      .references(() => interests.id, { onDelete: "cascade" }),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    kind: text().$type<InterestMessageKind>().notNull().default("message"),
    words: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("interest_messages_kind_check", table.kind, INTEREST_MESSAGE_KINDS),
    // the thread
    index("interest_messages_interest_index").on(table.interestId, table.createdAt),
    // export and erasure
    index("interest_messages_author_index").on(table.authorId),
  ],
);

/**
 * What a machine made of one thing that was written in an interest, for readers of a language. A trigger empties it as soon as
 * one of the two takes their yes back.
 */
export const interestTranslations = pgTable(
  "interest_translations",
  {
    interestId: uuid("interest_id")
      .notNull()
      .references(() => interests.id, { onDelete: "cascade" }),
    /** The question that it answers, or the key of the message or the move. */
    piece: text().notNull(),
    ...machineWords(),
  },
  (table) => [
    primaryKey({ columns: [table.interestId, table.piece, table.locale] }),
    oneOf("interest_translations_locale_check", table.locale, LOCALES),
  ],
);

/** Every move of an interest: who, when, why. `movedBy` is null for the portal's own. */
export const interestMoves = pgTable(
  "interest_moves",
  {
    id: id(),
    interestId: uuid("interest_id")
      .notNull()
      .references(() => interests.id, { onDelete: "cascade" }),
    state: text().$type<InterestState>().notNull(),
    movedBy: uuid("moved_by").references(() => accounts.id),
    reasonCode: text("reason_code"),
    words: text(),
    movedAt: createdAt(),
  },
  (table) => [
    oneOf("interest_moves_state_check", table.state, INTEREST_STATES),
    index("interest_moves_interest_index").on(table.interestId, table.movedAt),
    // erasure of who moved it
    index("interest_moves_moved_by_index")
      .on(table.movedBy)
      .where(sql`${table.movedBy} is not null`),
  ],
);
