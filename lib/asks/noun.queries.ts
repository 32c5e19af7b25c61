import "server-only";
import type { Transaction } from "@/db/client";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { listMissing, refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { inAllLanguages } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { ASK, ASKS, type AskContent } from "./ask";
import { tellOwner } from "./notices";

/** What is a question to the club's own in its life: it is online at once, and read afterwards. */
export const ASK_VERBS: NounVerbs = {
  ...ASKS,
  derive: async (_tx: Transaction, ask: LockedEntry & AskContent) => ({
    searchMembers: searchLine(inAllLanguages(ask.title)),
  }),
  trusts: async () => true,
  async requireReady(_tx: Transaction, _ask: LockedEntry, content: AskContent) {
    refuseGaps(listMissing(ASK, content));
  },
  tellOwner,
};
