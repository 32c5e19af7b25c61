import { z } from "zod";
import { line } from "@/lib/core/text/fields";
import { placeTarget, saveInput, sectionInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { HERITAGE, HERITAGE_ITEM } from "./heritage";
import { addressOf } from "./leads-to";

const what = sectionInput(HERITAGE_ITEM, "what");

/** One section of the editor, as its form sends it; an address of the portal may be pasted whole. */
export const saveHeritageInput = saveInput(HERITAGE, {
  what: { leadsTo: what.leadsTo.transform((pasted) => pasted && addressOf(pasted)) },
});

/** What a new item is called, in the language it is written in. Faults: `required`, `tooLong`, `oneLine`. */
export const startHeritageInput = z
  .strictObject({
    originalLocale: what.originalLocale,
    title: line(HERITAGE_ITEM.title.most),
  })
  .transform(({ originalLocale, title }) => ({
    originalLocale,
    title: { [originalLocale]: title },
  }));

export const submitHeritageInput = keyed(HERITAGE, placeTarget);
