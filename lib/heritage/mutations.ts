import "server-only";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { draftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import { readStored } from "@/lib/entries/stored-entry";
import { submitEntry } from "@/lib/entries/verbs.mutations";
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

/** Puts an item online. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field `required`, `originalNeeded`, `endsBeforeStart`, `leadsNowhere`. */
export const submitHeritage = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, HERITAGE_VERBS, input);
