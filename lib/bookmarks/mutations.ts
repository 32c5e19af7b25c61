import "server-only";
import { count, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bookmarks } from "@/db/schema/bookmarks";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { type KeptKind, MOST_KEPT } from "./bookmark";
import { canKeep } from "./policy";
import { COLUMN, findThing, isOf } from "./things.queries";

type Which = { kind: KeptKind; slug: string };

/** The trail says that something was kept, and not what. */
const event = (name: "bookmark.kept" | "bookmark.let-go", { accountId }: Viewer) =>
  accountEvent(name, accountId);

/** Keeps what the viewer reads; twice is as once. Throws `notFound`, `bookmarksTooMany`. */
export async function keepThing(tx: Transaction, viewer: Viewer, which: Which): Promise<void> {
  authorize(canKeep(viewer));
  const id = await requireThing(tx, viewer, which);
  await requireQuota(tx, viewer, (await tx.$count(bookmarks, isOf(viewer, which.kind, id))) > 0);
  const kept = await tx
    .insert(bookmarks)
    .values({ accountId: viewer.accountId, [COLUMN[which.kind]]: id })
    .onConflictDoNothing()
    .returning({ id: bookmarks.id });
  if (kept.length > 0) await record(tx, viewer, event("bookmark.kept", viewer));
}

/** Lets go of what was kept; of what was not, nothing changes. Throws `notFound`. */
export async function letGoThing(tx: Transaction, viewer: Viewer, which: Which): Promise<void> {
  authorize(canKeep(viewer));
  const id = await requireThing(tx, viewer, which);
  const gone = await tx
    .delete(bookmarks)
    .where(isOf(viewer, which.kind, id))
    .returning({ id: bookmarks.id });
  if (gone.length > 0) await record(tx, viewer, event("bookmark.let-go", viewer));
}

async function requireThing(tx: Transaction, viewer: Viewer, which: Which): Promise<string> {
  const id = await findThing(tx, viewer, which);
  authorize(id !== null);
  return id;
}

/** Several at once wait for each other. */
async function requireQuota(tx: Transaction, { accountId }: Viewer, isKept: boolean) {
  await holdTurn(tx, `bookmarks:${accountId}`);
  const [kept] = await tx
    .select({ count: count() })
    .from(bookmarks)
    .where(eq(bookmarks.accountId, accountId));
  if (isKept || (kept?.count ?? 0) < MOST_KEPT) return;
  throw new AppError("bookmarksTooMany", { values: { most: MOST_KEPT } });
}
