import { z } from "zod";
import { INTRODUCTION_ANSWERS } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, paragraph, rowId } from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { WORDS_MAX, WORDS_MIN } from "./introduction-limits";

export const askIntroductionInput = z.strictObject({
  memberId: rowId,
  locale: choice(LOCALES),
  words: atLeast(WORDS_MIN, paragraph(WORDS_MAX)),
});

export type AskIntroductionInput = z.infer<typeof askIntroductionInput>;

export const introductionInput = z.strictObject({ introductionId: rowId });

export const answerIntroductionInput = z.strictObject({
  introductionId: rowId,
  answer: choice(INTRODUCTION_ANSWERS),
});

export const blockMemberInput = z.strictObject({ memberId: rowId });

/** `from` is where it is undone. */
export const unblockMemberInput = z.strictObject({
  memberId: rowId,
  from: choice(["profile", "account"] as const),
});
