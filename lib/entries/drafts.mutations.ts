import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { wasHandedIn } from "./draft-slug";
import { entryEvent } from "./entry-event";
import { type EntryVersion, lockOwnEntry } from "./locked.queries";
import type { Noun } from "./noun";
import { canEraseDraft } from "./policy";

/**
 * Deletes a draft that was never handed in, with its files, for good; its trail keeps that there was one.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function eraseDraft(
  tx: Transaction,
  viewer: Viewer,
  { kind }: Noun,
  input: EntryVersion,
): Promise<void> {
  const entry = await lockOwnEntry(tx, viewer, kind, input);
  const facts = { ...entry, wasHandedIn: wasHandedIn(entry) };
  authorize(canEraseDraft(viewer, facts), "moveNotAllowed");
  const [answer] = await tx.execute<{ isGone: boolean }>(
    sql`select club_erase_draft(${entry.id}) as "isGone"`,
  );
  authorize(answer?.isGone === true, "moveNotAllowed");
  await record(tx, viewer, entryEvent(entry, "erased"));
}
