import "server-only";
import type { Transaction } from "@/db/client";
import { today } from "@/lib/core/dates";
import { AppError } from "@/lib/core/errors";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { tellKeepers } from "./notices";
import { listGaps, PAGES, type PageContent } from "./page";

/** What is a club page's own in its life. */
export const PAGE_VERBS: NounVerbs = {
  ...PAGES,
  derive: async () => ({}),
  async requireReady(_tx: Transaction, _entry: LockedEntry, content: PageContent) {
    const [gap] = listGaps(content, today());
    if (gap) throw new AppError(gap.code, { field: gap.field, values: gap.values });
  },
  tellOwner: tellKeepers,
};
