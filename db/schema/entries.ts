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
import {
  at,
  createdAt,
  hiddenAt,
  id,
  locale,
  localizedText,
  oneOf,
  seed,
  stored,
} from "../columns";
import {
  ENTRY_KINDS,
  ENTRY_LEVELS,
  type EntryKind,
  type EntryLevel,
  MODERATION_STATES,
  type ModerationState,
  REVISION_STATES,
  type RevisionState,
} from "../enums";
import { readMarks, readStamps } from "../stored";
import { members } from "./members";

/** What is published as a text with a life: what all kinds of it share, and what lists read, filter and sort by. */
export const entries = pgTable(
  "entries",
  {
    id: id(),
    entryKind: text("kind").$type<EntryKind>().notNull(),
    slug: text().notNull(),
    /** None for what is the club's. */
    ownerId: uuid("owner_id").references(() => members.id),
    /** Who handed in last what is the club's. */
    handedInBy: uuid("handed_in_by").references(() => members.id, { onDelete: "set null" }),
    moderation: text().$type<ModerationState>().notNull().default("draft"),
    /** What the club team had read (shape of its noun's content) when it sent it back; null once decided or put away. */
    lastRead: jsonb("last_read"),
    originalLocale: locale("original_locale").notNull(),
    title: localizedText(),
    teaser: localizedText(),
    /** Languages that are older than the original, by field: `{summary: ["en"]}`. */
    stale: stored(readMarks).notNull().default({}),
    /** Where each translation comes from: `{summary: {en: {origin: "person", by: "<account>", isReviewed: true}}}`. */
    provenance: stored(readStamps).notNull().default({}),
    /** Who reads the full text, and who wrote it. */
    textLevel: text("text_level").$type<EntryLevel>().notNull().default("members"),
    ownerLevel: text("owner_level").$type<EntryLevel>().notNull().default("contacts"),
    sectors: text().array().notNull().default(sql`'{}'`),
    cities: text().array().notNull().default(sql`'{}'`),
    /** What of sectors and cities is shown to whoever may not know the owner: as they are, coarser or nothing. */
    shownSectors: text("shown_sectors").array().notNull().default(sql`'{}'`),
    shownPlaces: text("shown_places").array().notNull().default(sql`'{}'`),
    /** Folded texts by audience: what a visitor may not read is not in the column that visitors search. */
    searchPublic: text("search_public").notNull().default(""),
    searchMembers: text("search_members").notNull().default(""),
    seed: seed(),
    /** Counts every change, of the noun's own table too. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    submittedAt: at(),
    publishedAt: at(),
    hiddenAt: hiddenAt(),
    /** Since when it is online without the club team's eyes; null once they read it. Written by a trigger. */
    unreadSince: at(),
  },
  (table) => [
    oneOf("entries_kind_check", table.entryKind, ENTRY_KINDS),
    oneOf("entries_moderation_check", table.moderation, MODERATION_STATES),
    oneOf("entries_text_level_check", table.textLevel, ENTRY_LEVELS),
    oneOf("entries_owner_level_check", table.ownerLevel, ENTRY_LEVELS),
    check(
      "entries_owner_check",
      sql`${table.entryKind} not in ('project', 'experience', 'ask') or ${table.ownerId} is not null`,
    ),
    unique("entries_slug_unique").on(table.entryKind, table.slug),
    // listOwnProjects
    index("entries_owner_index").on(table.ownerId),
    // erasure of who handed in
    index("entries_handed_in_by_index")
      .on(table.handedInBy)
      .where(sql`${table.handedInBy} is not null`),
    // listPublishedProjects
    index("entries_published_index")
      .on(table.entryKind, table.publishedAt)
      .where(sql`${table.moderation} = 'published'`),
    // listProjectNews
    index("entries_changed_index").on(sql`greatest(${table.publishedAt}, ${table.updatedAt})`),
    // listQueue
    index("entries_submitted_index")
      .on(table.submittedAt)
      .where(sql`${table.moderation} = 'submitted'`),
    // listQueue
    index("entries_unread_index")
      .on(table.unreadSince)
      .where(sql`${table.unreadSince} is not null`),
  ],
);

/** A waiting edit of a published entry: the live text stays until this one is published. */
export const entryRevisions = pgTable(
  "entry_revisions",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    state: text().$type<RevisionState>().notNull().default("draft"),
    /** The whole proposed content (shape of its noun's content). */
    content: jsonb().notNull(),
    /** As `entries.last_read`. */
    lastRead: jsonb("last_read"),
    stale: stored(readMarks).notNull().default({}),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    submittedAt: at(),
  },
  (table) => [
    oneOf("entry_revisions_state_check", table.state, REVISION_STATES),
    // one open edit an entry, and the queue
    uniqueIndex("entry_revisions_open_unique")
      .on(table.entryId)
      .where(sql`${table.state} in ('draft', 'submitted', 'changes-requested')`),
    // an entry is erased
    index("entry_revisions_entry_index").on(table.entryId),
  ],
);
