"use server";

import { memberAction } from "@/lib/core/action";
import { answerFollowUp, recordOutcome } from "./mutations";
import { answerFollowUpInput, recordOutcomeInput } from "./schema";

const pageOf = ({ slug }: { slug: string }) => `/projects/${slug}/outcome`;

export const recordOutcomeAction = memberAction(recordOutcomeInput, async (tx, viewer, input) => {
  const project = await recordOutcome(tx, viewer, input);
  return { redirectTo: pageOf(project), notice: "outcomeRecorded" };
});

export const answerFollowUpAction = memberAction(answerFollowUpInput, async (tx, viewer, input) => {
  const project = await answerFollowUp(tx, viewer, input);
  return { redirectTo: pageOf(project), notice: "followUpAnswered" };
});
