import "server-only";
import { desc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { savedSearches } from "@/db/schema/bookmarks";
import { canKeep } from "@/lib/bookmarks/policy";
import type { Viewer } from "@/lib/core/auth/viewer-type";

export type SavedSearch = Awaited<ReturnType<typeof listSearches>>[number];

/** The searches that the viewer keeps, the last first. */
export async function listSearches(viewer: Viewer) {
  if (!canKeep(viewer)) return [];
  const { id, list, asked, name, accountId, createdAt } = savedSearches;
  return query((db) =>
    db
      .select({ id, list, asked, name })
      .from(savedSearches)
      .where(eq(accountId, viewer.accountId))
      .orderBy(desc(createdAt), desc(id)),
  );
}
