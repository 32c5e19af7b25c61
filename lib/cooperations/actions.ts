"use server";

import { memberAction } from "@/lib/core/action";
import { drafted, told } from "@/lib/entries/entry-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { COOPERATIONS, listWrong } from "./cooperation";
import { sayWhoActs, setParties, startCooperation, submitCooperation } from "./mutations";
import { COOPERATION_VERBS } from "./noun.queries";
import { findParties } from "./parties.queries";
import {
  saveCooperationInput,
  sayWhoActsInput,
  setPartiesInput,
  startCooperationInput,
  submitCooperationInput,
} from "./schema";

const life = lifeActs(COOPERATION_VERBS);

export const startCooperationAction = memberAction(
  startCooperationInput,
  drafted(COOPERATIONS, async (tx, viewer, { content, named }) => {
    const parties = await findParties(tx, viewer, named);
    return startCooperation(tx, viewer, { content, parties });
  }),
);
export const saveCooperationAction = memberAction(
  ...saveAct(COOPERATION_VERBS, saveCooperationInput, listWrong),
);
export const submitCooperationAction = memberAction(
  submitCooperationInput,
  told(COOPERATIONS, submitCooperation, ({ isOnline }) =>
    isOnline ? "cooperationPublished" : "cooperationSubmitted",
  ),
);
export const submitRevisionAction = memberAction(
  ...life.submitRevision(({ isOnline }) =>
    isOnline ? "cooperationPublished" : "revisionSubmitted",
  ),
);
export const setPartiesAction = memberAction(
  setPartiesInput,
  told(
    COOPERATIONS,
    async (tx, viewer, input) => {
      const parties = await findParties(tx, viewer, input);
      return setParties(tx, viewer, { ...input, parties });
    },
    "cooperationSettled",
  ),
);
export const sayWhoActsAction = memberAction(
  sayWhoActsInput,
  told(COOPERATIONS, sayWhoActs, "saved"),
);

export const withdrawCooperationAction = memberAction(...life.withdraw);
export const archiveCooperationAction = memberAction(...life.archive);
export const reopenCooperationAction = memberAction(...life.reopen);
export const eraseDraftAction = memberAction(...life.erase);
export const withdrawRevisionAction = memberAction(...life.withdrawRevision);
export const restoreVersionAction = memberAction(...life.restore);
export const askQuestionAction = memberAction(...askAct(COOPERATION_VERBS));
