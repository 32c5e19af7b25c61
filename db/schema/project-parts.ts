import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, hiddenAt, id, oneOf, stored } from "../columns";
import { PROJECT_LEVELS, type ProjectLevel, VERSION_CAUSES, type VersionCause } from "../enums";
import { readMarks } from "../stored";
import { accounts } from "./accounts";
import { files } from "./files";
import { members } from "./members";
import { projects } from "./projects";

/** What is attached to a project. */
export const projectFiles = pgTable(
  "project_files",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    name: text().notNull(),
    level: text().$type<ProjectLevel>().notNull().default("members"),
    /** None once it is removed: the row stays, so that an older version can say what is gone. */
    fileId: uuid("file_id").references(() => files.id),
    createdAt: createdAt(),
    removedAt: at(),
  },
  (table) => [
    check(
      "project_files_removed_check",
      sql`(${table.fileId} is null) = (${table.removedAt} is not null)`,
    ),
    oneOf("project_files_level_check", table.level, PROJECT_LEVELS),
    uniqueIndex("project_files_file_unique")
      .on(table.fileId)
      .where(sql`${table.fileId} is not null`),
    index("project_files_project_index").on(table.projectId, table.createdAt),
  ],
);

/** A member's question under a project, and its owner's answer. */
export const projectQuestions = pgTable(
  "project_questions",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    locale: text().$type<"fr" | "en" | "zh">().notNull(),
    words: text().notNull(),
    answer: text(),
    answerLocale: text("answer_locale").$type<"fr" | "en" | "zh">(),
    answeredAt: at(),
    /** Taken off by its author or the project's owner. */
    removedAt: at(),
    hiddenAt: hiddenAt(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    index("project_questions_project_index").on(table.projectId, table.createdAt),
    index("project_questions_member_index").on(table.memberId),
  ],
);

/** Every text that was ever online, and every restored one. A row is never changed. */
export const projectVersions = pgTable(
  "project_versions",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    cause: text().$type<VersionCause>().notNull(),
    /** Shape `ProjectContent`. */
    content: jsonb().notNull(),
    stale: stored(readMarks).notNull().default({}),
    /** Ids of the files that were attached. */
    files: uuid().array().notNull().default([]),
    authorId: uuid("author_id").references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("project_versions_cause_check", table.cause, VERSION_CAUSES),
    unique("project_versions_number_unique").on(table.projectId, table.number),
    // export and erasure of who wrote it
    index("project_versions_author_index")
      .on(table.authorId)
      .where(sql`${table.authorId} is not null`),
  ],
);

/** Who opened what lies behind acceptance, first and last. */
export const projectAccesses = pgTable(
  "project_accesses",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** `text`, `owner`, or the id of a file. */
    part: text().notNull(),
    times: integer().notNull().default(1),
    firstAt: createdAt(),
    lastAt: at().notNull().defaultNow(),
  },
  (table) => [
    unique("project_accesses_unique").on(table.projectId, table.accountId, table.part),
    index("project_accesses_account_index").on(table.accountId),
  ],
);

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
