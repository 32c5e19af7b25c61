import type { ComponentProps } from "react";
import type { QuestionsSection } from "@/components/entries/questions-section";
import { removeFileAction } from "@/lib/entries/files/actions";
import {
  removeAnswerAction,
  removeQuestionAction,
  replyToQuestionAction,
} from "@/lib/entries/questions/actions";

type QuestionActions = ComponentProps<typeof QuestionsSection>["actions"];

/** What is done with the files of an entry, whatever its kind. */
export const FILE_ACTIONS = { remove: removeFileAction };

/** What is done with the questions under an entry; how one asks is its kind's own. */
export const questionActions = (ask: QuestionActions["ask"]): QuestionActions => ({
  ask,
  answer: replyToQuestionAction,
  remove: removeQuestionAction,
  removeAnswer: removeAnswerAction,
});
