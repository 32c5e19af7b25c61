import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, locale, oneOf } from "../columns";
import {
  APPLICATION_STATES,
  type ApplicationState,
  MESSAGE_KINDS,
  type MessageKind,
} from "../enums";
import { accounts } from "./accounts";
import { organisations } from "./organisations";

/** Somebody who wants to become a member. Until it is approved there is no account. */
export const applications = pgTable(
  "applications",
  {
    id: id(),
    email: text().notNull(),
    /** Language of the form and of the mails. */
    locale: locale().notNull(),
    state: text().$type<ApplicationState>().notNull().default("draft"),
    /** What was typed so far, by field (shape `ApplicationAnswers`); it may be incomplete as long as it is a draft. */
    answers: jsonb().notNull().default({}),
    /** The organisation of the club that the applicant wants to join instead of describing a new one. */
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "set null",
    }),
    /** A manager of that organisation invited them to it: the application asks for the person alone. */
    isVouched: boolean("is_vouched").notNull().default(false),
    /** By what the same person or organisation is found again: `number:…`, `person:…`, `organisation:…`. */
    matchKeys: text("match_keys").array().notNull().default(sql`'{}'`),
    /** The account that the approval made. */
    accountId: uuid("account_id").references(() => accounts.id),
    takenBy: uuid("taken_by").references(() => accounts.id),
    takenAt: at(),
    submittedAt: at(),
    decidedAt: at(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [
    oneOf("applications_state_check", table.state, APPLICATION_STATES),
    // what was given up, it was given up in any state
    check(
      "applications_submitted_check",
      sql`${table.state} = 'withdrawn' or (${table.state} = 'draft') = (${table.submittedAt} is null)`,
    ),
    check(
      "applications_taken_check",
      sql`${table.state} = 'withdrawn' or (${table.state} in ('draft', 'submitted')) = (${table.takenBy} is null)`,
    ),
    check(
      "applications_account_check",
      sql`(${table.state} = 'approved') = (${table.accountId} is not null)`,
    ),
    // one open application a person
    uniqueIndex("applications_open_unique")
      .on(table.email)
      .where(sql`${table.state} in ('draft', 'submitted', 'under-review', 'info-requested')`),
    // listWaitingApplications
    index("applications_waiting_index")
      .on(table.submittedAt)
      .where(sql`${table.state} in ('submitted', 'under-review')`),
    // listRelatedApplications
    index("applications_email_index").on(table.email),
    index("applications_match_keys_index").using("gin", table.matchKeys),
    // export and erasure of the member they became
    index("applications_account_index")
      .on(table.accountId)
      .where(sql`${table.accountId} is not null`),
    // an organisation is removed
    index("applications_organisation_index")
      .on(table.organisationId)
      .where(sql`${table.organisationId} is not null`),
    // erasure of who reads them
    index("applications_taken_by_index").on(table.takenBy).where(sql`${table.takenBy} is not null`),
  ],
);

/** Keys to an application: the mailed link (30 days) and the browser that opened it. Only hashes are kept. */
export const applicationKeys = pgTable(
  "application_keys",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    purpose: text().$type<"link" | "browser">().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
  },
  (table) => [
    oneOf("application_keys_purpose_check", table.purpose, ["link", "browser"]),
    index("application_keys_application_index").on(table.applicationId),
  ],
);

/** What the team asked, what the applicant answered, and the team's own notes. */
export const applicationMessages = pgTable(
  "application_messages",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    kind: text().$type<MessageKind>().notNull(),
    words: text().notNull(),
    /** Null for the applicant. */
    authorId: uuid("author_id").references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("application_messages_kind_check", table.kind, MESSAGE_KINDS),
    index("application_messages_application_index").on(table.applicationId),
    // export and erasure of who wrote
    index("application_messages_author_index")
      .on(table.authorId)
      .where(sql`${table.authorId} is not null`),
  ],
);
