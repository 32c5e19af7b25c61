"use server";

import { memberAction } from "@/lib/core/action";
import { pageOf } from "../noun";
import { removeAnswer, removeQuestion, replyToQuestion } from "./mutations";
import { questionInput, replyToQuestionInput } from "./schema";

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
