"use server";

import { memberAction } from "@/lib/core/action";
import { pageOf } from "../noun";
import { questionSheetOf } from "../translation-sheet";
import { removeAnswer, removeQuestion, replyToQuestion } from "./mutations";
import { questionInput, replyToQuestionInput, translateQuestionInput } from "./schema";
import { translateQuestion } from "./translations.mutations";

export const replyToQuestionAction = memberAction(
  replyToQuestionInput,
  async (tx, viewer, input) => {
    const entry = await replyToQuestion(tx, viewer, input);
    return { redirectTo: pageOf(entry), notice: "questionAnswered" };
  },
);

export const removeQuestionAction = memberAction(questionInput, async (tx, viewer, input) => {
  const entry = await removeQuestion(tx, viewer, input);
  return { redirectTo: pageOf(entry), notice: "questionRemoved" };
});

export const removeAnswerAction = memberAction(questionInput, async (tx, viewer, input) => {
  const entry = await removeAnswer(tx, viewer, input);
  return { redirectTo: pageOf(entry), notice: "answerRemoved" };
});

export const translateQuestionAction = memberAction(
  translateQuestionInput,
  async (tx, viewer, input) => {
    const entry = await translateQuestion(tx, viewer, input);
    return { redirectTo: questionSheetOf(entry, input.locale), notice: "translationsSaved" };
  },
);
