import { z } from "zod";
import { TAKEN_DOWN_TYPES } from "@/db/enums";
import { referenceItem, referenceItems } from "@/db/reference/lists";
import { code } from "../core/errors";
import { choice, onceRight, optionalParagraph, paragraph, rowId } from "../core/text/fields";
import { WORDS_MAX } from "./words-limit";

/** What is reported, by the words of its address; null for anything else. */
export function readReported(asked: unknown) {
  const read = z.object({ kind: z.enum(TAKEN_DOWN_TYPES), id: rowId }).safeParse(asked);
  return read.success ? read.data : null;
}

export const reportInput = z
  .strictObject({
    kind: choice(TAKEN_DOWN_TYPES),
    id: rowId,
    reasonCode: choice(referenceItems("reasonsReport").map(({ slug }) => slug)),
    words: optionalParagraph(WORDS_MAX),
  })
  .superRefine(
    ({ reasonCode, words }, context) => {
      if (words || !referenceItem("reasonsReport", reasonCode)?.requiresText) return;
      context.addIssue({ code: "custom", path: ["words"], message: code("wordsNeeded") });
    },
    onceRight("reasonCode", "words"),
  );

export const appealInput = z.strictObject({
  kind: choice(TAKEN_DOWN_TYPES),
  id: rowId,
  words: paragraph(WORDS_MAX),
});

export const dismissReportsInput = z.strictObject({ caseId: rowId, words: paragraph(WORDS_MAX) });
