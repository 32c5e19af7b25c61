import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "../columns";
import { accounts } from "./accounts";
import { projects } from "./projects";

/** What the portal told about a deadline: each warning once a deadline. */
export const deadlineWarnings = pgTable(
  "deadline_warnings",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** `deadline-30`, `deadline-7`, `deadline-1`, `expired`. */
    kind: text().notNull(),
    deadline: date({ mode: "string" }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique("deadline_warnings_unique").on(table.projectId, table.kind, table.deadline)],
);

/** What came of a project: the kind of agreement, as its owner says. */
export const projectOutcomes = pgTable(
  "project_outcomes",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    agreementKind: text("agreement_kind").notNull(),
    /** Whether the kind and that it came from the club may be counted in public figures. */
    isPublic: boolean("is_public").notNull().default(true),
    words: text(),
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => accounts.id),
    recordedAt: createdAt(),
  },
  (table) => [
    unique("project_outcomes_project_unique").on(table.projectId),
    // erasure of who said it
    index("project_outcomes_recorded_by_index")
      .on(table.recordedBy)
      .where(sql`${table.recordedBy} is not null`),
  ],
);

/** The one question at 6 and at 12 months after an outcome. */
export const outcomeFollowUps = pgTable(
  "outcome_follow_ups",
  {
    id: id(),
    outcomeId: uuid("outcome_id")
      .notNull()
      .references(() => projectOutcomes.id, { onDelete: "cascade" }),
    months: integer().notNull(),
    askedAt: createdAt(),
    /** `going-on`, `over`, `grown`. */
    answer: text(),
    words: text(),
    answeredAt: at(),
  },
  (table) => [unique("outcome_follow_ups_unique").on(table.outcomeId, table.months)],
);
