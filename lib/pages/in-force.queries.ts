import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, query, type Transaction } from "@/db/client";
import { dayInLyon, isShown } from "@/db/columns";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { readStored } from "@/lib/entries/stored-entry";
import { type ClubPage, PAGE, type PageContent } from "./page";

/**
 * A text that the club has put online. `number` counts from 1 those that were ever in force or will be: one that the next
 * replaced before its day is none.
 */
export type PageVersion = {
  number: number;
  effectiveOn: string;
  content: PageContent;
  stale: StaleMarks;
};

/** The club's own text that is in force on a day in Lyon, `today`; null where the portal's is. `db` reads in a transaction. */
export async function getPageInForce(
  page: ClubPage,
  today: string,
  db?: Database | Transaction,
): Promise<PageVersion | null> {
  const last = db ? await readLast(db, page) : await listLast(page);
  return last.find(({ effectiveOn }) => effectiveOn <= today) ?? null;
}

/** The one that takes effect after that day, if any. */
export async function getPageToCome(page: ClubPage, today: string): Promise<PageVersion | null> {
  const last = await listLast(page);
  return last.find(({ effectiveOn }) => effectiveOn > today) ?? null;
}

/** All of them, the newest first, and which are online: what was agreed to stays when it no longer is. */
export const listPageVersions = async (page: ClubPage) =>
  (await query((db) => selectVersions(db, page))).map(withContent);

/** Those of the last two that are online, the newest first. */
async function readLast(db: Database | Transaction, page: ClubPage): Promise<PageVersion[]> {
  const last = await selectVersions(db, page).limit(2);
  return last.filter(({ isOnline }) => isOnline).map(withContent);
}

/** Read once for both questions. */
const listLast = cache((page: ClubPage) => query((db) => readLast(db, page)));

const withContent = <Row extends { content: unknown }>(row: Row) => ({
  ...row,
  content: readStored(PAGE, row.content),
});

/** What was withdrawn does not come back with what is put online after it. */
const isOnline = and(
  ...[eq(entries.moderation, "published"), isShown(entries)],
  sql`${entryVersions.number} >= coalesce(max(${entryVersions.number}) filter (where ${eq(entryVersions.cause, "published")}) over (), 1)`,
);

function selectVersions(db: Database | Transaction, page: ClubPage) {
  const day = sql`${dayInLyon(entryVersions.createdAt)}::text`;
  const counted = db
    .select({
      kept: sql<number>`${entryVersions.number}`.as("kept"),
      content: entryVersions.content,
      stale: entryVersions.stale,
      effectiveOn: sql<string>`${entryVersions.content} ->> 'effectiveOn'`.as("effective_on"),
      replacedOn: sql<string>`lead(${day}) over (order by ${entryVersions.number})`.as(
        "replaced_on",
      ),
      isOnline: sql<boolean>`${isOnline}`.as("is_online"),
    })
    .from(entryVersions)
    .innerJoin(entries, eq(entries.id, entryVersions.entryId))
    .where(
      and(
        eq(entries.entryKind, "page"),
        eq(entries.slug, page),
        ne(entryVersions.cause, "restored"),
      ),
    )
    .as("counted");
  return db
    .select({
      number: sql<number>`row_number() over (order by ${counted.kept})`
        .mapWith(Number)
        .as("number"),
      effectiveOn: counted.effectiveOn,
      content: counted.content,
      stale: counted.stale,
      isOnline: counted.isOnline,
    })
    .from(counted)
    .where(sql`${counted.replacedOn} is null or ${counted.replacedOn} >= ${counted.effectiveOn}`)
    .orderBy(desc(counted.kept));
}
