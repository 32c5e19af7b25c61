import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, line, rowId, rowVersion } from "@/lib/core/text/fields";
import { addressInput, restoreTarget, saveTarget, sectionInput } from "@/lib/entries/entry-input";
import { EXPERIENCE } from "./experience";

const target = { experienceId: rowId, ...saveTarget(EXPERIENCE) };

/** One section of the editor, as its form sends it. */
export const saveExperienceInput = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("essentials"),
    ...target,
    ...sectionInput(EXPERIENCE, "essentials"),
  }),
  z.strictObject({ step: z.literal("story"), ...target, ...sectionInput(EXPERIENCE, "story") }),
]);

export const draftExperienceInput = z.strictObject({
  originalLocale: choice(LOCALES),
  title: line(EXPERIENCE.title.most),
});

export const restoreVersionInput = z.strictObject({
  experienceId: rowId,
  ...restoreTarget,
});

export const experiencePlaceInput = z.strictObject({
  experienceId: rowId,
  version: rowVersion,
  slug: addressInput,
});
