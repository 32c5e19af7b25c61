import "server-only";
import { and, eq } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { holds } from "@/db/stored";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { entryEvent } from "./entry-event";
import { type LockedEntry, lockEntry } from "./locked.queries";
import type { NounVerbs } from "./noun-verbs";

const isOnline = ({ kind }: NounVerbs) =>
  and(eq(entries.entryKind, kind), eq(entries.moderation, "published"));

/**
 * Finds anew, for each published entry of a kind, what of it is shown to whoever may not know its owner: people come to the
 * directory and leave it. `version` stays, so that nobody's editing is disturbed.
 */
export async function coarsenEntries(noun: NounVerbs): Promise<Counts> {
  const rows = await query((db) =>
    db.select({ id: entries.id }).from(entries).where(isOnline(noun)),
  );
  const ids = rows.map(({ id }) => id);
  const { done, failed } = await oneByOne("coarsen-unnamed", ids, (id) =>
    transaction(async (tx) => {
      const entry = await lockEntry(tx, noun.kind, id);
      authorize(entry.moderation === "published");
      const isChanged = await coarsen(tx, noun, entry);
      if (isChanged) await record(tx, null, entryEvent(entry, "shown-changed"));
      return isChanged;
    }),
  );
  return { coarsened: done, failed };
}

/**
 * The same at once for the published entries of somebody who leaves the directory: from then on nobody finds them by
 * sectors and cities that are no longer shown.
 */
export async function coarsenEntriesOf(
  tx: Transaction,
  noun: NounVerbs,
  accountId: string,
): Promise<void> {
  const rows = await tx
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(members, eq(members.id, entries.ownerId))
    .where(and(isOnline(noun), eq(members.accountId, accountId)))
    .orderBy(entries.id);
  for (const { id } of rows) {
    const entry = await lockEntry(tx, noun.kind, id);
    authorize(entry.ownerAccountId === accountId);
    if (entry.moderation !== "published" || !(await coarsen(tx, noun, entry))) continue;
    await record(tx, null, entryEvent(entry, "shown-changed"));
  }
}

/** Whether anything of it had to change. */
async function coarsen(tx: Transaction, noun: NounVerbs, entry: LockedEntry): Promise<boolean> {
  const shown = await noun.derive(tx, entry);
  if (holds(entry, shown)) return false;
  await tx.update(entries).set(shown).where(eq(entries.id, entry.id));
  return true;
}
