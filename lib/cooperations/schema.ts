import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, line, paragraph, rowId } from "@/lib/core/text/fields";
import { placeTarget, saveInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { COOPERATION, COOPERATIONS } from "./cooperation";

/** One section of the editor, as its form sends it. */
export const saveCooperationInput = saveInput(COOPERATIONS);

/** Its parties as they are written, one a line: a name, or the address of a page. */
const NAMES_MAX = 2000;
const parties = { lyon: paragraph(NAMES_MAX), china: paragraph(NAMES_MAX) };

export const startCooperationInput = z
  .strictObject({
    originalLocale: choice(LOCALES),
    title: line(COOPERATION.title.most),
    ...parties,
  })
  .transform(({ originalLocale, title, ...named }) => ({
    content: { originalLocale, title: { [originalLocale]: title } },
    named,
  }));

export const submitCooperationInput = keyed(COOPERATIONS, placeTarget);

export const setPartiesInput = keyed(COOPERATIONS, { ...placeTarget, ...parties });

/** Whose the next act is: a party's, or the club's (`""`). */
export const sayWhoActsInput = keyed(COOPERATIONS, {
  ...placeTarget,
  organisationId: z.union([z.literal(""), rowId]).transform((id) => id || null),
});
