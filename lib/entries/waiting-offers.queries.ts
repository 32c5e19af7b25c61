import "server-only";
import { and, asc, count, eq, inArray, min, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { entries, entryRevisions } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import type { Read } from "@/db/together";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { OPEN_ENTRY_STATES } from "./policy";
import { isOwnedBy } from "./sight.queries";

export type WaitingOffers = Awaited<ReturnType<typeof listWaitingOffers>>[number];

/**
 * The viewer's own entries with offered translations that await an answer and how many, the one that has waited
 * longest first; `to` is the language to begin with. While `isBeingRead` they can be declined, not accepted.
 */
export async function listWaitingOffers(viewer: Viewer, read: Read = query) {
  if (!mayAct(viewer)) return [];
  const { createdAt, locale } = translationOffers;
  return read((db) =>
    db
      .select({
        entryKind: entries.entryKind,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        count: count(),
        to: sql<Locale>`(array_agg(${locale} order by ${createdAt}))[1]`,
        isBeingRead: sql<boolean>`exists (select 1 from ${entryRevisions} revision
          where revision.entry_id = ${entries.id} and revision.state = 'submitted')
          or ${entries.moderation} = 'submitted'`,
      })
      .from(translationOffers)
      .innerJoin(entries, eq(entries.id, translationOffers.entryId))
      .where(
        and(
          eq(translationOffers.state, "open"),
          isOwnedBy(viewer),
          inArray(entries.moderation, [...OPEN_ENTRY_STATES]),
        ),
      )
      .groupBy(entries.id)
      .orderBy(asc(min(createdAt)), asc(entries.slug)),
  );
}
