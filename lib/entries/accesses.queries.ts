import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/db/client";
import { entryAccesses } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";

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
