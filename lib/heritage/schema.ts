import { z } from "zod";
import { line, rowId, rowVersion } from "@/lib/core/text/fields";
import { addressInput, saveTarget, sectionInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { HERITAGE, HERITAGE_ITEM } from "./heritage";
import { addressOf } from "./leads-to";

const what = sectionInput(HERITAGE_ITEM, "what");
const target = { heritageId: rowId, ...saveTarget(HERITAGE_ITEM) };

/** One section of the editor, as its form sends it; an address of the portal may be pasted whole. */
export const saveHeritageInput = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("what"),
    ...target,
    ...what,
    leadsTo: what.leadsTo.transform((pasted) => pasted && addressOf(pasted)),
  }),
  z.strictObject({
    step: z.literal("sources"),
    ...target,
    ...sectionInput(HERITAGE_ITEM, "sources"),
  }),
]);

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

export const submitHeritageInput = keyed(HERITAGE, { version: rowVersion, slug: addressInput });
