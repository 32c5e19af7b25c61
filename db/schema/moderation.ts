import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "../columns";
import {
  DESK_KINDS,
  type DeskKind,
  NOTED_TYPES,
  type NotedType,
  SUBJECT_TYPES,
  type SubjectType,
  TAKE_DOWN_ACTS,
  TAKEN_DOWN_TYPES,
  type TakeDownAct,
  type TakenDownType,
  VERDICTS,
  type Verdict,
} from "../enums";
import { accounts } from "./accounts";

/** Who decided what, when and why. A row is never changed. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    subjectType: text("subject_type").$type<SubjectType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    verdict: text().$type<Verdict>().notNull(),
    reasonCode: text("reason_code"),
    words: text(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => accounts.id),
    decidedAt: createdAt(),
  },
  (table) => [
    oneOf("decisions_subject_type_check", table.subjectType, SUBJECT_TYPES),
    oneOf("decisions_verdict_check", table.verdict, VERDICTS),
    // an application is approved or refused once for all
    uniqueIndex("decisions_application_final_unique")
      .on(table.subjectId)
      .where(
        sql`${table.subjectType} = 'application' and ${table.verdict} in ('approved', 'refused')`,
      ),
    // listDecisions of a subject
    index("decisions_subject_index").on(table.subjectType, table.subjectId),
    // export and erasure of who decided
    index("decisions_decided_by_index")
      .on(table.decidedBy)
      .where(sql`${table.decidedBy} is not null`),
  ],
);

/** Who took down or put back what, when and why. A row is never changed; the last one of a subject is in force. */
export const takeDowns = pgTable(
  "take_downs",
  {
    id: id(),
    subjectType: text("subject_type").$type<TakenDownType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    act: text().$type<TakeDownAct>().notNull(),
    /** Slug of `reasonsReport`; null for what is put back. */
    reasonCode: text("reason_code"),
    /** What its author reads. */
    words: text(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => accounts.id),
    decidedAt: createdAt(),
  },
  (table) => [
    oneOf("take_downs_subject_type_check", table.subjectType, TAKEN_DOWN_TYPES),
    oneOf("take_downs_act_check", table.act, TAKE_DOWN_ACTS),
    check(
      "take_downs_reason_check",
      sql`(${table.act} = 'taken-down') = (${table.reasonCode} is not null)`,
    ),
    // the last act on a subject
    index("take_downs_subject_index").on(table.subjectType, table.subjectId, table.decidedAt),
    // export and erasure of who decided
    index("take_downs_decided_by_index").on(table.decidedBy),
  ],
);

/** What becomes of a report: the thing is taken down, or left as it is. */
const REPORT_STATES = ["open", "upheld", "dismissed"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What somebody tells the club team is wrong with a thing that it can take down. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    /** What the team decides at once: all reports of one thing that wait together. */
    caseId: uuid("case_id").notNull(),
    subjectType: text("subject_type").$type<TakenDownType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Slug of `reasonsReport`. */
    reasonCode: text("reason_code").notNull(),
    words: text(),
    /** Null for a visitor, and once they were erased. */
    reporterId: uuid("reporter_id").references(() => accounts.id),
    createdAt: createdAt(),
    state: text().$type<ReportState>().notNull().default("open"),
  },
  (table) => [
    oneOf("reports_state_check", table.state, REPORT_STATES),
    check("reports_reason_check", sql`${table.reasonCode} ~ '^[a-z]+(-[a-z]+)*$'`),
    oneOf("reports_subject_type_check", table.subjectType, TAKEN_DOWN_TYPES),
    // a person's second report of a thing takes the place of their first
    uniqueIndex("reports_waiting_unique")
      .on(table.subjectId, table.reporterId)
      .where(sql`${table.state} = 'open'`),
    // the queue and its count
    index("reports_waiting_index").on(table.createdAt).where(sql`${table.state} = 'open'`),
    // what was reported of somebody, and whether something was
    index("reports_subject_index").on(table.subjectId),
    // getReported
    index("reports_case_index").on(table.caseId),
    // export and erasure of who reported
    index("reports_reporter_index")
      .on(table.reporterId)
      .where(sql`${table.reporterId} is not null`),
  ],
);

/** Who of the club team has taken on what waits. */
export const deskItems = pgTable(
  "desk_items",
  {
    subjectId: uuid("subject_id").primaryKey(),
    kind: text().$type<DeskKind>().notNull(),
    takenBy: uuid("taken_by")
      .notNull()
      .references(() => accounts.id),
    takenAt: at().notNull().defaultNow(),
  },
  (table) => [
    oneOf("desk_items_kind_check", table.kind, DESK_KINDS),
    // erasure of who took it
    index("desk_items_taken_by_index").on(table.takenBy),
  ],
);

/** What the club team notes for itself. */
export const deskNotes = pgTable(
  "desk_notes",
  {
    id: id(),
    subjectType: text("subject_type").$type<NotedType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    words: text().notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("desk_notes_subject_type_check", table.subjectType, NOTED_TYPES),
    // getDesk; export and erasure of whom it is about
    index("desk_notes_subject_index").on(table.subjectId),
    index("desk_notes_author_index").on(table.authorId),
  ],
);
