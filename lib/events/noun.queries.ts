import "server-only";
import type { Transaction } from "@/db/client";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { EVENTS, type EventContent, instantsOf, listGaps } from "./event";
import { tellKeepers } from "./notices";
import { searchColumns } from "./search-text";

/** What is an event's own in its life. */
export const EVENT_VERBS: NounVerbs = {
  ...EVENTS,
  async derive(_tx: Transaction, event: LockedEntry & EventContent) {
    return { ...searchColumns(event), ...instantsOf(event) };
  },
  async requireReady(_tx: Transaction, _entry: LockedEntry, content: EventContent) {
    refuseGaps(listGaps(content));
  },
  tellOwner: tellKeepers,
};
