import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, locale, localizedText, oneOf } from "../columns";
import {
  AFFILIATION_ROLES,
  type AffiliationRole,
  REQUEST_KINDS,
  REQUEST_STATES,
  type RequestKind,
  type RequestState,
} from "../enums";
import { accounts } from "./accounts";
import { members } from "./members";
import { organisations } from "./organisations";

/** A person of an organisation, and whether they manage its page. */
export const affiliations = pgTable(
  "affiliations",
  {
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    isMain: boolean("is_main").notNull().default(true),
    role: text().$type<AffiliationRole>().notNull().default("person"),
    /** What the person does there; their job title is shown where it is empty. */
    position: localizedText(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.organisationId] }),
    oneOf("affiliations_role_check", table.role, AFFILIATION_ROLES),
    uniqueIndex("affiliations_main_unique").on(table.memberId).where(sql`${table.isMain}`),
    // listPeople
    index("affiliations_organisation_index").on(table.organisationId),
  ],
);

/** A member who asks to join an organisation, or claims one that nobody manages. */
export const affiliationRequests = pgTable(
  "affiliation_requests",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: text().$type<RequestKind>().notNull(),
    words: text().notNull().default(""),
    state: text().$type<RequestState>().notNull().default("open"),
    decidedBy: uuid("decided_by").references(() => accounts.id),
    decidedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("affiliation_requests_kind_check", table.kind, REQUEST_KINDS),
    oneOf("affiliation_requests_state_check", table.state, REQUEST_STATES),
    uniqueIndex("affiliation_requests_open_unique")
      .on(table.organisationId, table.memberId)
      .where(sql`${table.state} = 'open'`),
    // requireFirstAsked, erasure
    index("affiliation_requests_member_index").on(table.memberId),
    // an organisation is removed
    index("affiliation_requests_organisation_index").on(table.organisationId),
    // erasure of who decided
    index("affiliation_requests_decided_by_index")
      .on(table.decidedBy)
      .where(sql`${table.decidedBy} is not null`),
  ],
);

/** A colleague invited by mail, member of the club or not yet. Only the link's hash is kept. */
export const organisationInvitations = pgTable(
  "organisation_invitations",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    email: text().notNull(),
    locale: locale().notNull(),
    role: text().$type<AffiliationRole>().notNull().default("person"),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    state: text().$type<RequestState>().notNull().default("open"),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    answeredAt: at(),
    /** The member who accepted. */
    memberId: uuid("member_id").references(() => members.id, { onDelete: "cascade" }),
  },
  (table) => [
    oneOf("organisation_invitations_role_check", table.role, AFFILIATION_ROLES),
    oneOf("organisation_invitations_state_check", table.state, REQUEST_STATES),
    uniqueIndex("organisation_invitations_open_unique")
      .on(table.organisationId, table.email)
      .where(sql`${table.state} = 'open'`),
    // export and erasure by address
    index("organisation_invitations_email_index").on(table.email),
    // an organisation is removed
    index("organisation_invitations_organisation_index").on(table.organisationId),
    // export and erasure of who invited
    index("organisation_invitations_invited_by_index")
      .on(table.invitedBy)
      .where(sql`${table.invitedBy} is not null`),
    // export and erasure of who came
    index("organisation_invitations_member_index")
      .on(table.memberId)
      .where(sql`${table.memberId} is not null`),
  ],
);
