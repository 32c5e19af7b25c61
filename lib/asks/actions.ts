"use server";

import { memberAction } from "@/lib/core/action";
import { told } from "@/lib/entries/entry-act";
import { lifeActs } from "@/lib/entries/life-acts";
import { askQuestionInput } from "@/lib/entries/questions/schema";
import { ASKS, postedNotice } from "./ask";
import { answerAsk, markHelpful, postAsk } from "./mutations";
import { ASK_VERBS } from "./noun.queries";
import { markHelpfulInput, postAskInput, translateAskInput } from "./schema";
import { translateAsk } from "./translating.mutations";

const life = lifeActs(ASK_VERBS);

export const postAskAction = memberAction(postAskInput, told(ASKS, postAsk, postedNotice));
export const answerAskAction = memberAction(askQuestionInput, told(ASKS, answerAsk, "askAnswered"));
export const markHelpfulAction = memberAction(
  markHelpfulInput,
  told(ASKS, markHelpful, "helpMarked"),
);
export const withdrawAskAction = memberAction(...life.withdraw);

export const translateAskAction = memberAction(
  translateAskInput,
  told(ASKS, translateAsk, "translationsSaved"),
);
