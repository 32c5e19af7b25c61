import { z } from "zod";
import { code } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  line,
  optionalParagraph,
  paragraph,
  rowId,
  rowVersion,
} from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { isSlug } from "@/lib/core/text/slug";
import { ANSWER_MAX, QUESTION_LENGTH, TRANSLATED_MAX } from "./question-limits";

export const askQuestionInput = z.strictObject({
  slug: z.string({ error: code("notFound") }).refine(isSlug, code("notFound")),
  locale: choice(LOCALES),
  question: atLeast(QUESTION_LENGTH.least, paragraph(QUESTION_LENGTH.most)),
});

const target = { questionId: rowId, version: rowVersion };

export const replyToQuestionInput = z.strictObject({
  ...target,
  locale: choice(LOCALES),
  answer: paragraph(ANSWER_MAX),
});

export const questionInput = z.strictObject(target);

/** What the form does not hold stays as it is; `""` takes it back. `fingerprint` tells what the page showed. */
export const translateQuestionInput = z.strictObject({
  questionId: rowId,
  locale: choice(LOCALES),
  fingerprint: line(64),
  question: optionalParagraph(TRANSLATED_MAX.question).removeDefault().optional(),
  answer: optionalParagraph(TRANSLATED_MAX.answer).removeDefault().optional(),
});
