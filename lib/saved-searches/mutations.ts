import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { savedSearches } from "@/db/schema/bookmarks";
import { holdTurn } from "@/db/turn";
import { canKeep } from "@/lib/bookmarks/policy";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { MOST_SEARCHES, type Search } from "./saved-search";

/** The trail says that a search was kept, and not which. */
const event = (name: "search.kept" | "search.let-go", { accountId }: Viewer) =>
  accountEvent(name, accountId);

/** Keeps a search under a name; the same search again takes the new name. Throws `notFound`, `searchesTooMany`. */
export async function saveSearch(
  tx: Transaction,
  viewer: Viewer,
  { search, name }: { search: Search; name: string },
): Promise<void> {
  authorize(canKeep(viewer));
  const { accountId } = viewer;
  const { list, asked } = search;
  await holdTurn(tx, `searches:${accountId}`);
  const isOwn = eq(savedSearches.accountId, accountId);
  const isSame = and(isOwn, eq(savedSearches.list, list), eq(savedSearches.asked, asked));
  const known = await tx.$count(savedSearches, isSame);
  if (known === 0 && (await tx.$count(savedSearches, isOwn)) >= MOST_SEARCHES) {
    throw new AppError("searchesTooMany", { values: { most: MOST_SEARCHES } });
  }
  await tx
    .insert(savedSearches)
    .values({ accountId, list, asked, name })
    .onConflictDoUpdate({
      target: [savedSearches.accountId, savedSearches.list, savedSearches.asked],
      set: { name },
    });
  await record(tx, viewer, event("search.kept", viewer));
}

/** Lets go of a search of one's own. Throws `notFound`. */
export async function dropSearch(tx: Transaction, viewer: Viewer, id: string): Promise<void> {
  authorize(canKeep(viewer));
  const gone = await tx
    .delete(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.accountId, viewer.accountId)))
    .returning({ id: savedSearches.id });
  authorize(gone.length > 0);
  await record(tx, viewer, event("search.let-go", viewer));
}
