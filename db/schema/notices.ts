import { sql } from "drizzle-orm";
import { date, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "../columns";
import { SUBJECT_TYPES, type SubjectType } from "../enums";
import { accounts } from "./accounts";
import { mails } from "./mail";

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
    /** The letter that says the same; none where its reader switched letters off. */
    mailId: uuid("mail_id").references(() => mails.id, { onDelete: "set null" }),
  },
  (table) => [
    oneOf("notices_subject_type_check", table.subjectType, SUBJECT_TYPES),
    // an account's notices, newest first; its export and erasure
    index("notices_account_index").on(table.accountId, table.createdAt.desc()),
    // how many are new, on every page of a signed-in account
    index("notices_unseen_index").on(table.accountId).where(sql`${table.seenAt} is null`),
    // whether a letter may still be sent; the end of one
    index("notices_mail_index").on(table.mailId).where(sql`${table.mailId} is not null`),
    // whom a mail tells of a room's messages, each minute
    index("notices_room_messages_index")
      .on(table.subjectId, table.accountId)
      .where(sql`${table.seenAt} is null and ${table.kind} = 'roomMessages'`),
  ],
);

/**
 * The digests an account was due, one a day of its own zone. What a digest tells of lies between two instants; it is
 * composed when it is sent, and nothing of it is kept.
 */
export const digests = pgTable(
  "digests",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    slot: date({ mode: "string" }).notNull(),
    since: at().notNull(),
    until: at().notNull(),
  },
  // one a slot; since when the next one tells
  (table) => [primaryKey({ columns: [table.accountId, table.slot] })],
);
