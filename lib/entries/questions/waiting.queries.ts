import "server-only";
import { aliasedTable, and, asc, count, eq, isNull, min, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { isPresent } from "@/db/standing";
import type { Read } from "@/db/together";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isOwnedBy } from "../sight.queries";

export type WaitingQuestions = Awaited<ReturnType<typeof listWaitingQuestions>>[number];

/**
 * The viewer's own published entries with questions of active members that nobody has answered or marked, how many, and the one
 * of them that has waited longest; the entry that has waited longest first.
 */
export async function listWaitingQuestions(viewer: Viewer, read: Read = query) {
  if (!mayAct(viewer)) return [];
  const asker = aliasedTable(members, "asker");
  return read((db) =>
    db
      .select({
        entryKind: entries.entryKind,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        count: count(),
        question: longestWaiting(entryQuestions.words),
        questionLocale: longestWaiting(entryQuestions.locale),
      })
      .from(entryQuestions)
      .innerJoin(entries, eq(entries.id, entryQuestions.entryId))
      .innerJoin(asker, eq(asker.id, entryQuestions.memberId))
      .innerJoin(accounts, eq(accounts.id, asker.accountId))
      .where(
        and(
          isOwnedBy(viewer),
          eq(entries.moderation, "published"),
          isNull(entryQuestions.answer),
          isNull(entryQuestions.helpedAt),
          isNull(entryQuestions.removedAt),
          isShown(entryQuestions),
          isPresent(),
        ),
      )
      .groupBy(entries.id)
      .orderBy(asc(min(entryQuestions.createdAt)), asc(entries.slug)),
  );
}

/** Of the questions of one entry, the column of the one asked first. */
function longestWaiting<Column extends PgColumn>(column: Column) {
  const { createdAt, id } = entryQuestions;
  return sql<Column["_"]["data"]>`(array_agg(${column} order by ${createdAt}, ${id}))[1]`;
}
