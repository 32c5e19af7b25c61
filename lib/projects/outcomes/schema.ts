import { z } from "zod";
import { isReference } from "@/db/reference/lists";
import { choice, optionalParagraph, rowId, ticked } from "@/lib/core/text/fields";
import { FOLLOW_UP_ANSWERS, OUTCOME_WORDS } from "./follow-ups";

export const recordOutcomeInput = z.strictObject({
  projectId: rowId,
  /** The kind the form was opened on, empty when there was none. */
  before: z.string().max(80).default(""),
  agreementKind: choice((slug) => isReference("agreementKinds", slug)),
  words: optionalParagraph(OUTCOME_WORDS),
  isPublic: ticked,
});

export const answerFollowUpInput = z.strictObject({
  followUpId: rowId,
  answer: choice(FOLLOW_UP_ANSWERS),
  words: optionalParagraph(OUTCOME_WORDS),
});
