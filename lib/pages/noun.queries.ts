import "server-only";
import type { Transaction } from "@/db/client";
import { today } from "@/lib/core/dates";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { tellKeepers } from "./notices";
import { listGaps, PAGES, type PageContent } from "./page";

/** What is a club page's own in its life. */
export const PAGE_VERBS: NounVerbs = {
  ...PAGES,
  derive: async () => ({}),
  async requireReady(_tx: Transaction, _entry: LockedEntry, content: PageContent) {
    refuseGaps(listGaps(content, today()));
  },
  tellOwner: tellKeepers,
};
