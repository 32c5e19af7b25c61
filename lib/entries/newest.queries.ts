import "server-only";
import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { ownTable } from "@/db/entry-rows";
import type { EntryKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import type { StoredText } from "@/db/stored";
import type { Read } from "@/db/together";
import { SITEMAP_PAGES } from "@/lib/core/paths";

/** The most that a feed tells of. */
export const MOST_NEWS = 50;

/**
 * The newest of a kind as anybody reads them, for feeds: what visitors read something of, as `isOpen` says of its rows, its
 * owner and their account. `sumsUp` is a text that all of them read.
 */
export function listNewest(
  kind: EntryKind,
  isOpen: SQL | undefined,
  { read = query, sumsUp = entries.teaser }: { read?: Read; sumsUp?: PgColumn } = {},
) {
  const own = ownTable(kind);
  return read((db) =>
    db
      .select({
        id: entries.id,
        entryKind: entries.entryKind,
        slug: entries.slug,
        title: entries.title,
        summary: sql<StoredText>`${sumsUp}`.mapWith(entries.teaser),
        originalLocale: entries.originalLocale,
        publishedAt: sql<Date>`${entries.publishedAt}`.mapWith(entries.publishedAt),
        updatedAt: entries.updatedAt,
      })
      .from(entries)
      .innerJoin(own, eq(own.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      // A word of the statement: a kept plan would not know that the index of what is published holds all of them.
      .where(
        and(
          eq(entries.entryKind, kind),
          sql`${entries.moderation} = 'published'`,
          isNotNull(entries.publishedAt),
          isOpen,
        ),
      )
      .orderBy(desc(entries.publishedAt), asc(entries.slug))
      .limit(MOST_NEWS),
  );
}

export type Newest = Awaited<ReturnType<typeof listNewest>>;

/** Where each of these stands and when it last changed, for search engines. */
export function listAddresses(kind: EntryKind, isOpen: SQL | undefined) {
  const own = ownTable(kind);
  return query((db) =>
    db
      .select({ slug: entries.slug, updatedAt: entries.updatedAt })
      .from(entries)
      .innerJoin(own, eq(own.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.entryKind, kind), isOpen))
      .orderBy(desc(entries.updatedAt), asc(entries.slug))
      .limit(SITEMAP_PAGES),
  );
}
