import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { draftEntry } from "@/lib/entries/drafts.mutations";
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
  const item = readStored(HERITAGE_ITEM, content);
  return draftEntry(tx, viewer, "heritage", { ...item, ...searchColumns(item) });
}

/** Puts an item online. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field `required`, `notChosen`, `originalNeeded`, `endsBeforeStart`, `leadsNowhere`. */
export const submitHeritage = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, HERITAGE_VERBS, input);
