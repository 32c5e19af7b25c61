import { z } from "zod";
import { INTRODUCTION_ANSWERS, PASSING_ANSWERS } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, line, optionalParagraph, paragraph, rowId, ticked } from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { NOTE_MAX, WORDS_MAX, WORDS_MIN } from "./introduction-limits";

export const askIntroductionInput = z.strictObject({
  memberId: rowId,
  locale: choice(LOCALES),
  words: atLeast(WORDS_MIN, paragraph(WORDS_MAX)),
  /** Through whom; empty where it goes directly. */
  goBetweenId: rowId.or(z.literal("")).default(""),
  /** Whoever reads it may have a machine translate it. */
  isAllowed: ticked,
});

export type AskIntroductionInput = z.infer<typeof askIntroductionInput>;

export const introductionInput = z.strictObject({ introductionId: rowId });

export const answerIntroductionInput = z.strictObject({
  introductionId: rowId,
  answer: choice(INTRODUCTION_ANSWERS),
});

/** By the buttons of a mail, as they are named for all that is answered there. */
export const mailedIntroductionInput = z.strictObject({
  token: line(400),
  answer: choice(["accept", "not-now"] as const),
});

export const passIntroductionInput = z.strictObject({
  introductionId: rowId,
  answer: choice(PASSING_ANSWERS),
  note: optionalParagraph(NOTE_MAX),
});

export const chooseIntroducingInput = z.strictObject({
  mayIntroduce: choice(["yes", "no"] as const),
});

export const chooseIntroductionMachineInput = z.strictObject({
  introductionId: rowId,
  isAllowed: ticked,
});

export const translateIntroductionInput = z.strictObject({
  introductionId: rowId,
  locale: choice(LOCALES),
});

/** From which page of the two it is ended, which says so from then on. */
export const endContactInput = z.strictObject({
  memberId: rowId,
  from: choice(["introductions", "interests"] as const),
  id: rowId,
});

export const blockMemberInput = z.strictObject({ memberId: rowId });

/** `from` is where it is undone. */
export const unblockMemberInput = z.strictObject({
  memberId: rowId,
  from: choice(["profile", "account"] as const),
});
