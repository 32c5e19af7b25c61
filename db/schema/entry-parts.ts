import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, hiddenAt, id, locale, oneOf, stored } from "../columns";
import { ENTRY_LEVELS, type EntryLevel, VERSION_CAUSES, type VersionCause } from "../enums";
import { readMarks } from "../stored";
import { accounts } from "./accounts";
import { entries } from "./entries";
import { files } from "./files";
import { members } from "./members";

/** What is attached to an entry. */
export const entryFiles = pgTable(
  "entry_files",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    name: text().notNull(),
    level: text().$type<EntryLevel>().notNull().default("members"),
    /** None once it is removed: the row stays, so that an older version can say what is gone. */
    fileId: uuid("file_id").references(() => files.id),
    createdAt: createdAt(),
    removedAt: at(),
  },
  (table) => [
    check(
      "entry_files_removed_check",
      sql`(${table.fileId} is null) = (${table.removedAt} is not null)`,
    ),
    oneOf("entry_files_level_check", table.level, ENTRY_LEVELS),
    uniqueIndex("entry_files_file_unique").on(table.fileId).where(sql`${table.fileId} is not null`),
    index("entry_files_entry_index").on(table.entryId, table.createdAt),
  ],
);

/** A member's question under an entry, and its owner's answer. */
export const entryQuestions = pgTable(
  "entry_questions",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    locale: locale().notNull(),
    words: text().notNull(),
    answer: text(),
    answerLocale: locale("answer_locale"),
    answeredAt: at(),
    /** Since when the entry's owner says that it helped. */
    helpedAt: at(),
    /** Taken off by its author or the entry's owner. */
    removedAt: at(),
    hiddenAt: hiddenAt(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    index("entry_questions_entry_index").on(table.entryId, table.createdAt),
    index("entry_questions_member_index").on(table.memberId),
  ],
);

/** Every text that was ever online, and every restored one. A row is never changed. */
export const entryVersions = pgTable(
  "entry_versions",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    cause: text().$type<VersionCause>().notNull(),
    /** Shape of its noun's content. */
    content: jsonb().notNull(),
    stale: stored(readMarks).notNull().default({}),
    /** Ids of the files that were attached. */
    files: uuid().array().notNull().default([]),
    authorId: uuid("author_id").references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("entry_versions_cause_check", table.cause, VERSION_CAUSES),
    unique("entry_versions_number_unique").on(table.entryId, table.number),
    // export and erasure of who wrote it
    index("entry_versions_author_index")
      .on(table.authorId)
      .where(sql`${table.authorId} is not null`),
  ],
);

/** Who opened what lies behind acceptance, first and last. */
export const entryAccesses = pgTable(
  "entry_accesses",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
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
    unique("entry_accesses_unique").on(table.entryId, table.accountId, table.part),
    index("entry_accesses_account_index").on(table.accountId),
  ],
);
