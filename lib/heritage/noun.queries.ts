import "server-only";
import type { Transaction } from "@/db/client";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { HERITAGE, type HeritageContent, listGaps } from "./heritage";
import { tellKeepers } from "./notices";
import { searchColumns } from "./search-text";

/** What is a heritage item's own in its life. */
export const HERITAGE_VERBS: NounVerbs = {
  ...HERITAGE,
  derive: async (_tx: Transaction, item: LockedEntry & HeritageContent) => searchColumns(item),
  async requireReady(_tx: Transaction, _entry: LockedEntry, content: HeritageContent) {
    refuseGaps(listGaps(content));
  },
  tellOwner: tellKeepers,
};
