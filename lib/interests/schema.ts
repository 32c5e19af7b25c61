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
  ticked,
} from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { ANSWER_MAX, ANSWER_MIN, WORDS_MAX } from "./interest-limits";

/** `organisationId` is empty for somebody who speaks for themselves. */
export const sendInterestInput = z.strictObject({
  projectId: rowId,
  organisationId: z
    .union([z.literal(""), rowId])
    .default("")
    .transform((value) => value || null),
  locale: choice(LOCALES),
  cooperation: atLeast(ANSWER_MIN, paragraph(ANSWER_MAX)),
  unclear: optionalParagraph(ANSWER_MAX),
  about: optionalParagraph(ANSWER_MAX),
  isNamed: ticked,
});

const target = { interestId: rowId, version: rowVersion };

export const interestInput = z.strictObject(target);

export const askInput = z.strictObject({ ...target, words: paragraph(WORDS_MAX) });

export const declineInterestInput = z.strictObject({
  ...target,
  reasonCode: z
    .string({ error: code("notChosen") })
    .min(1, code("notChosen"))
    .max(80, code("notInList")),
  words: optionalParagraph(WORDS_MAX),
});

export const withdrawInterestInput = z.strictObject({
  ...target,
  words: optionalParagraph(WORDS_MAX),
});

export const concludeInput = z.strictObject({
  ...target,
  state: choice(["in-talks", "agreement", "no-agreement"]),
});

export const messageInput = z.strictObject({ interestId: rowId, words: paragraph(WORDS_MAX) });

export const chooseInterestMachineInput = z.strictObject({ interestId: rowId, isAllowed: ticked });

export const translateInterestInput = z.strictObject({
  interestId: rowId,
  locale: choice(LOCALES),
});

/** By the buttons of a mail: whoever sends the form without having pressed one has answered nothing. */
export const mailedAnswerInput = z.strictObject({
  token: line(400),
  version: rowVersion,
  answer: choice(["accept", "not-now"]),
});
