import { tellBy } from "@/lib/core/events/notice-table";
import { titleFact } from "@/lib/entries/entry-names";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { accountsOf } from "@/lib/entries/policy";
import { HERITAGE } from "./heritage";

/** Nobody but administrators keeps an item, and nobody hears of what they do with it. */
export const tellKeepers = ({ title, originalLocale, ...facts }: LockedEntry) =>
  tellBy(
    { "heritage.submitted": {}, "heritage.published": {}, "revision.published": {} },
    {
      people: { keepers: accountsOf(facts) },
      facts: { title: titleFact(HERITAGE, title, originalLocale) },
    },
  );
