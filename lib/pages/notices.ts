import { tellBy } from "@/lib/core/events/notice-table";
import { titleFact } from "@/lib/entries/entry-names";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { accountsOf } from "@/lib/entries/policy";
import { PAGES } from "./page";

/** Nobody but administrators keeps a page of the club, and nobody hears of what they do with it. */
export const tellKeepers = ({ title, originalLocale, ...facts }: LockedEntry) =>
  tellBy(
    { "page.submitted": {}, "page.published": {}, "revision.published": {} },
    {
      people: { keepers: accountsOf(facts) },
      facts: { title: titleFact(PAGES, title, originalLocale) },
    },
  );
