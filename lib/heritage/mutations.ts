import "server-only";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { ContentSave } from "@/lib/entries/content";
import { draftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import { readStored } from "@/lib/entries/stored-entry";
import { saveEntry, submitEntry } from "@/lib/entries/verbs.mutations";
import { HERITAGE_ITEM, type HeritageContent } from "./heritage";
import { HERITAGE_VERBS } from "./noun.queries";
import { canDraftHeritage } from "./policy";
import { searchColumns } from "./search-text";

type Written = Pick<HeritageContent, "originalLocale" | "title">;

/** Begins an item as a draft. Gives its address. Throws `notFound` for whoever is no administrator. */
export async function startHeritage(
  tx: Transaction,
  viewer: Viewer,
  content: Written,
): Promise<{ id: string; slug: string }> {
  authorize(canDraftHeritage(viewer));
  const slug = draftSlug();
  const item = readStored(HERITAGE_ITEM, content);
  const { id } = await insertEntry(tx, "heritage", { ...item, ...searchColumns(item), slug });
  await record(tx, viewer, entryEvent({ entryKind: "heritage", id }, "drafted"));
  return { id, slug };
}

/** Keeps a part of a draft. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export const saveHeritage = (
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & ContentSave<HeritageContent>,
) => saveEntry(tx, viewer, HERITAGE_VERBS, input);

/** Puts an item online. Throws as `saveHeritage`, and on the field `required`, `originalNeeded`, `endsBeforeStart`, `leadsNowhere`. */
export const submitHeritage = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, HERITAGE_VERBS, input);
