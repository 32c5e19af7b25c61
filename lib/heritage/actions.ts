"use server";

import { adminAction, memberAction } from "@/lib/core/action";
import { drafted, told } from "@/lib/entries/entry-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { HERITAGE, listWrong } from "./heritage";
import { startHeritage, submitHeritage } from "./mutations";
import { HERITAGE_VERBS } from "./noun.queries";
import { saveHeritageInput, startHeritageInput, submitHeritageInput } from "./schema";

const life = lifeActs(HERITAGE_VERBS);

export const startHeritageAction = adminAction(
  startHeritageInput,
  drafted(HERITAGE, startHeritage),
);
export const saveHeritageAction = adminAction(
  ...saveAct(HERITAGE_VERBS, saveHeritageInput, listWrong),
);
export const submitHeritageAction = adminAction(
  submitHeritageInput,
  told(HERITAGE, submitHeritage, "heritagePublished"),
);
export const submitRevisionAction = adminAction(...life.submitRevision("heritagePublished"));

export const withdrawHeritageAction = adminAction(...life.withdraw);
export const reopenHeritageAction = adminAction(...life.reopen);
export const withdrawRevisionAction = adminAction(...life.withdrawRevision);
export const restoreVersionAction = adminAction(...life.restore);
export const askQuestionAction = memberAction(...askAct(HERITAGE_VERBS));
