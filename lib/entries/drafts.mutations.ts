import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type EntryInsert, insertEntry } from "@/db/entry-rows";
import type { EntryKind } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { draftKeys, wasHandedIn } from "./draft-slug";
import { entryEvent } from "./entry-event";
import { type EntryVersion, lockOwnEntry } from "./locked.queries";
import type { Noun } from "./noun";
import { canEraseDraft } from "./policy";

/** Begins an entry of a kind as a draft. Gives its key and its address. Throws `notFound` for whoever is no active account. */
export async function draftEntry<Kind extends EntryKind>(
  tx: Transaction,
  viewer: Viewer,
  entryKind: Kind,
  values: Omit<EntryInsert<Kind>, "slug">,
): Promise<{ id: string; slug: string }> {
  authorize(mayAct(viewer));
  const { id, slug } = draftKeys();
  await insertEntry(tx, entryKind, { ...values, id, slug } as EntryInsert<Kind>);
  await record(tx, viewer, entryEvent({ entryKind, id }, "drafted"));
  return { id, slug };
}

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
