"use server";

import { memberAction } from "@/lib/core/action";
import { askQuestion, removeAnswer, removeQuestion, replyToQuestion } from "./mutations";
import { askQuestionInput, questionInput, replyToQuestionInput } from "./schema";

const placeOf = (slug: string) => `/projects/${slug}`;

export const askQuestionAction = memberAction(askQuestionInput, async (tx, viewer, input) => {
  await askQuestion(tx, viewer, input);
  return { redirectTo: placeOf(input.slug), notice: "questionAsked" };
});

export const replyToQuestionAction = memberAction(
  replyToQuestionInput,
  async (tx, viewer, input) => {
    await replyToQuestion(tx, viewer, input);
    return { redirectTo: placeOf(input.slug), notice: "questionAnswered" };
  },
);

export const removeQuestionAction = memberAction(questionInput, async (tx, viewer, input) => {
  await removeQuestion(tx, viewer, input);
  return { redirectTo: placeOf(input.slug), notice: "questionRemoved" };
});

export const removeAnswerAction = memberAction(questionInput, async (tx, viewer, input) => {
  await removeAnswer(tx, viewer, input);
  return { redirectTo: placeOf(input.slug), notice: "answerRemoved" };
});
