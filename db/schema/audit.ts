import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, oneOf, stored } from "../columns";
import { SUBJECT_TYPES, type SubjectType } from "../enums";
import { readFacts, readWords } from "../stored";

/**
 * The trail: append-only, no personal data, no foreign keys (an erased account leaves its key here).
 * A trigger refuses update and delete.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    actorId: uuid("actor_id"),
    subjectType: text("subject_type").$type<SubjectType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    data: stored(readFacts).notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("audit_events_subject_type_check", table.subjectType, SUBJECT_TYPES),
    // listEvents, newest first; by subject; by actor
    index("audit_events_created_index").on(sql`${table.createdAt} desc`),
    index("audit_events_subject_index").on(table.subjectType, table.subjectId),
    index("audit_events_actor_index").on(table.actorId),
  ],
);

/** Personal detail of an event, apart so that erasure and the trail do not fight. */
export const auditDetails = pgTable("audit_details", {
  eventId: bigint("event_id", { mode: "number" })
    .primaryKey()
    .references(() => auditEvents.id),
  accountId: uuid("account_id").notNull(),
  personal: stored(readWords).notNull(),
});
