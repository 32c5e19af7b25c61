import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

/** What has lists: each is a partition, with a view of the same name in the schema `search` that says what stands in it. */
export type SearchKind =
  | "member"
  | "organisation"
  | "project"
  | "activity"
  | "experience"
  | "cooperation"
  | "heritage"
  | "ask";

/** Who finds a line: visitors, members, the club team, its administrators. Each has one of their own, with what they may see. */
export type SearchAudience = "public" | "members" | "team" | "administrators";

/**
 * What lists search, narrow, count and sort by; triggers write it in the transaction of whatever changes it. In the
 * database it is partitioned by kind and audience (`search.open_kind`).
 */
export const searchLines = pgTable(
  "search_lines",
  {
    kind: text().$type<SearchKind>().notNull(),
    audience: text().$type<SearchAudience>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Folded words (`searchLine`). */
    line: text().notNull(),
    /** Folded names as they are written, and all that they are typed by besides. */
    written: text().notNull(),
    readings: text().notNull(),
    /** `sectors:energy`, `cities:huzhou`: what is counted. */
    facets: text().array().notNull(),
    sortLatin: text("sort_latin").notNull(),
    sortPinyin: text("sort_pinyin").notNull(),
    sortNewest: text("sort_newest").notNull(),
    /** The last day in Lyon on which it is listed, where there is one. */
    lastDay: date("last_day", { mode: "string" }),
    /** Each facet as a number, short enough for the indexes that a page is read by. */
    codes: integer().array().generatedAlwaysAs(sql`search.codes(facets)`),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.audience, table.subjectId] }),
    // whatever narrows a list
    index("search_lines_words_index").using(
      "gin",
      sql`search.words(${table.line}, ${table.facets}, ${table.written} || ${table.readings})`,
    ),
    // a page in the order of each language, and the newest first; each includes `codes` and `last_day`
    index("search_lines_fr_index").on(sql`${table.sortLatin} collate "fr-x-icu"`, table.subjectId),
    index("search_lines_en_index").on(sql`${table.sortLatin} collate "en-x-icu"`, table.subjectId),
    index("search_lines_zh_index").on(sql`${table.sortPinyin} collate "zh-x-icu"`, table.subjectId),
    index("search_lines_newest_index").on(
      sql`${table.sortNewest} collate "C" desc`,
      table.subjectId,
    ),
    // what is over and still counted
    index("search_lines_last_day_index").on(table.lastDay).where(sql`${table.lastDay} is not null`),
  ],
);

const counted = {
  kind: text().$type<SearchKind>().notNull(),
  audience: text().$type<SearchAudience>().notNull(),
  facet: text().notNull(),
  n: integer().notNull(),
};

/**
 * How many lines have a facet, and how many there are (facet `""`): the sum of what was added. Writers only add; the
 * worker puts it together.
 */
export const searchCounts = pgTable("search_counts", counted, (table) => [
  index("search_counts_index").on(table.kind, table.audience),
]);

/**
 * Of these what visitors find, and how many members the directory lists: by this name the front knows that a change of them
 * raises the epoch.
 */
export const publicCounts = pgSchema("search").view("public_counts", counted).existing();

/**
 * What a list shows of a line to all of its audience, where it is read with the line and not anew from where it stands. A table
 * of its own: what makes a card another one leaves alone what is searched.
 */
export const searchCards = pgTable(
  "search_cards",
  {
    subjectId: uuid("subject_id").notNull(),
    audience: text().$type<SearchAudience>().notNull(),
    card: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subjectId, table.audience] })],
);
