import "server-only";
import type { Transaction } from "@/db/client";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { COOPERATIONS, type CooperationContent, listGaps } from "./cooperation";
import { tellKeepers } from "./notices";
import { searchColumns } from "./search-text";

/** What is an agreement's own in its life. */
export const COOPERATION_VERBS: NounVerbs = {
  ...COOPERATIONS,
  async derive(_tx: Transaction, cooperation: LockedEntry & CooperationContent) {
    return searchColumns(cooperation);
  },
  async requireReady(_tx: Transaction, _entry: LockedEntry, content: CooperationContent) {
    refuseGaps(listGaps(content));
  },
  tellOwner: tellKeepers,
};
