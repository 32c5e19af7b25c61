import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "../columns";
import { SUBJECT_TYPES, type SubjectType } from "../enums";
import { accounts } from "./accounts";

/** What an account was told of what happened; a mail is one reading of it. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** A key of `mails.kinds`. */
    kind: text().notNull(),
    subjectType: text("subject_type").$type<SubjectType>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** What its recipient may read, as `Facts`: without a language. */
    data: jsonb().notNull().default({}),
    createdAt: createdAt(),
    seenAt: at(),
  },
  (table) => [
    oneOf("notices_subject_type_check", table.subjectType, SUBJECT_TYPES),
    // an account's notices, newest first; its export and erasure
    index("notices_account_index").on(table.accountId, table.createdAt.desc()),
    // how many are new, on every page of a signed-in account
    index("notices_unseen_index").on(table.accountId).where(sql`${table.seenAt} is null`),
  ],
);
