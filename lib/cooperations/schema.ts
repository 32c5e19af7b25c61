import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, line, paragraph, rowId, rowVersion } from "@/lib/core/text/fields";
import { addressInput, saveTarget, sectionInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { COOPERATION, COOPERATIONS } from "./cooperation";

const target = { cooperationId: rowId, ...saveTarget(COOPERATION) };

/** One section of the editor, as its form sends it. */
export const saveCooperationInput = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("agreement"),
    ...target,
    ...sectionInput(COOPERATION, "agreement"),
  }),
  z.strictObject({
    step: z.literal("sources"),
    ...target,
    ...sectionInput(COOPERATION, "sources"),
  }),
  z.strictObject({ step: z.literal("next"), ...target, ...sectionInput(COOPERATION, "next") }),
]);

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

const place = { version: rowVersion, slug: addressInput };

export const submitCooperationInput = keyed(COOPERATIONS, place);

export const setPartiesInput = keyed(COOPERATIONS, { ...place, ...parties });

/** Whose the next act is: a party's, or the club's (`""`). */
export const sayWhoActsInput = keyed(COOPERATIONS, {
  ...place,
  organisationId: z.union([z.literal(""), rowId]).transform((id) => id || null),
});
