import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf } from "../columns";
import { accounts } from "./accounts";
import { activities } from "./activities";
import { entries } from "./entries";
import { members } from "./members";
import { organisations } from "./organisations";

/** What somebody keeps to come back to: one thing a row. Nobody else knows of it. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    entryId: uuid("entry_id").references(() => entries.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "cascade",
    }),
    activityId: uuid("activity_id").references(() => activities.id, { onDelete: "cascade" }),
    memberId: uuid("member_id").references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "bookmarks_thing_check",
      sql`num_nonnulls(${table.entryId}, ${table.organisationId}, ${table.activityId}, ${table.memberId}) = 1`,
    ),
    // listKept, and a thing is kept once
    unique("bookmarks_unique")
      .on(table.accountId, table.entryId, table.organisationId, table.activityId, table.memberId)
      .nullsNotDistinct(),
    // a thing is deleted
    index("bookmarks_entry_index").on(table.entryId).where(sql`${table.entryId} is not null`),
    index("bookmarks_organisation_index")
      .on(table.organisationId)
      .where(sql`${table.organisationId} is not null`),
    index("bookmarks_activity_index")
      .on(table.activityId)
      .where(sql`${table.activityId} is not null`),
    index("bookmarks_member_index").on(table.memberId).where(sql`${table.memberId} is not null`),
  ],
);

const LISTS = ["members", "projects", "activities"] as const;

/** A search somebody keeps: what is new in it stands in their digest. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    list: text().$type<(typeof LISTS)[number]>().notNull(),
    /** What the address of its list asks for: `q=soie&sector=energy`. */
    asked: text().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("saved_searches_list_check", table.list, LISTS),
    unique("saved_searches_unique").on(table.accountId, table.list, table.asked),
  ],
);
