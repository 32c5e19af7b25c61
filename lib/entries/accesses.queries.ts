import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryAccesses, entryFiles } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { nameColumns, slugColumn } from "@/lib/members/sight.queries";
import { isOwnedBy } from "./sight.queries";

/**
 * Notes that the viewer opened what lies behind acceptance: the `text`, the `owner`, or a file by its id. The first
 * and the last time are kept, and how often.
 */
export async function noteAccess(viewer: Viewer, id: string, part: string): Promise<void> {
  const { entryId, accountId, part: opened, times } = entryAccesses;
  await query((db) =>
    db
      .insert(entryAccesses)
      .values({ entryId: id, accountId: viewer.accountId, part })
      .onConflictDoUpdate({
        target: [entryId, accountId, opened],
        set: { times: sql`${times} + 1`, lastAt: sql`now()` },
      }),
  );
}

export type EntryAccess = Awaited<ReturnType<typeof listAccesses>>[number];

/** The most rows an owner is shown. */
const SHOWN = 100;

/**
 * Who opened what lies behind acceptance in one of the viewer's own entries, the last first; none of anybody else's.
 * `file` is the name of the opened file.
 */
export async function listAccesses(viewer: Viewer, id: string) {
  return query((db) =>
    db
      .select({
        id: entryAccesses.id,
        ...nameColumns(viewer),
        slug: slugColumn(viewer),
        part: entryAccesses.part,
        file: entryFiles.name,
        times: entryAccesses.times,
        firstAt: entryAccesses.firstAt,
        lastAt: entryAccesses.lastAt,
      })
      .from(entryAccesses)
      .innerJoin(entries, eq(entries.id, entryAccesses.entryId))
      .innerJoin(members, eq(members.accountId, entryAccesses.accountId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(entryFiles, eq(sql`${entryFiles.id}::text`, entryAccesses.part))
      .where(and(eq(entries.id, id), isOwnedBy(viewer)))
      .orderBy(desc(entryAccesses.lastAt))
      .limit(SHOWN),
  );
}
