import "server-only";
import type { Transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import type { LockedEntry } from "@/lib/entries/locked.queries";
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
    const [gap] = listGaps(content);
    if (gap) throw new AppError(gap.code, { field: gap.field, values: gap.values });
  },
  tellOwner: tellKeepers,
};
