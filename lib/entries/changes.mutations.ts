import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type EntryChange, updateEntries } from "@/db/entry-rows";
import type { EntryKind } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { type ClubEvent, record } from "@/lib/core/events/record";

/**
 * Changes an entry that is locked and records what happened to it. Throws `conflict` when it is not as it was read.
 */
export async function changeEntry<Kind extends EntryKind>(
  tx: Transaction,
  viewer: Viewer | null,
  entry: { entryKind: Kind; id: string; version: number },
  values: EntryChange<Kind>,
  event: ClubEvent,
  heard?: Parameters<typeof record>[3],
): Promise<void> {
  const isAsRead = and(eq(entries.id, entry.id), eq(entries.version, entry.version));
  const changed = await updateEntries(tx, entry.entryKind, isAsRead, {
    ...values,
    version: entry.version + 1,
    updatedAt: sql`now()`,
  });
  authorize(changed.length === 1, "conflict");
  await record(tx, viewer, event, heard);
}
