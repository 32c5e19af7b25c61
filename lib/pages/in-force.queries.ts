import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { cache } from "react";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { readStored } from "@/lib/entries/stored-entry";
import { type ClubPage, PAGE, type PageContent } from "./page";

/**
 * A text that the club has put online. `number` counts from 1 those that were ever in force or will be: one that the next
 * replaced before its day is none.
 */
export type PageVersion = { number: number; effectiveOn: string; content: PageContent };

/** The club's own text that is in force on a day in Lyon, `today`; null where the portal's is. */
export async function getPageInForce(page: ClubPage, today: string): Promise<PageVersion | null> {
  const last = await listLast(page);
  return last.find(({ effectiveOn }) => effectiveOn <= today) ?? null;
}

/** The one that takes effect after that day, if any. */
export async function getPageToCome(page: ClubPage, today: string): Promise<PageVersion | null> {
  const last = await listLast(page);
  return last.find(({ effectiveOn }) => effectiveOn > today) ?? null;
}

/** The last two of a page that is online, the newest first: read once for both questions. */
const listLast = cache(async (page: ClubPage): Promise<PageVersion[]> => {
  const rows = await query((db) => {
    const day = sql`(${entryVersions.createdAt} at time zone 'Europe/Paris')::date::text`;
    const online = db
      .select({
        kept: sql<number>`${entryVersions.number}`.as("kept"),
        content: entryVersions.content,
        effectiveOn: sql<string>`${entryVersions.content} ->> 'effectiveOn'`.as("effective_on"),
        replacedOn: sql<string>`lead(${day}) over (order by ${entryVersions.number})`.as(
          "replaced_on",
        ),
      })
      .from(entryVersions)
      .innerJoin(entries, eq(entries.id, entryVersions.entryId))
      .where(
        and(
          eq(entries.entryKind, "page"),
          eq(entries.slug, page),
          eq(entries.moderation, "published"),
          isShown(entries),
          ne(entryVersions.cause, "restored"),
        ),
      )
      .as("online");
    return db
      .select({
        number: sql<number>`row_number() over (order by ${online.kept})`
          .mapWith(Number)
          .as("number"),
        effectiveOn: online.effectiveOn,
        content: online.content,
      })
      .from(online)
      .where(sql`${online.replacedOn} is null or ${online.replacedOn} >= ${online.effectiveOn}`)
      .orderBy(desc(online.kept))
      .limit(2);
  });
  return rows.map((row) => ({ ...row, content: readStored(PAGE, row.content) }));
});
