"use server";

import { memberAction } from "@/lib/core/action";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { submitRevision } from "@/lib/entries/revisions.mutations";
import { translationActs } from "@/lib/entries/translation-acts";
import { listWrong } from "./cooperation";
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
const translation = translationActs(COOPERATION_VERBS);

const at = (slug: string) => `/cooperations/${slug}`;

export const startCooperationAction = memberAction(
  startCooperationInput,
  async (tx, viewer, { content, named }) => {
    const parties = await findParties(tx, viewer, named);
    const { slug } = await startCooperation(tx, viewer, { content, parties });
    return { redirectTo: `${at(slug)}/edit`, notice: "draftSaved" };
  },
);

export const saveCooperationAction = memberAction(
  ...saveAct(COOPERATION_VERBS, saveCooperationInput, async (_tx, _viewer, _id, content) =>
    listWrong(content),
  ),
);

export const submitCooperationAction = memberAction(
  submitCooperationInput,
  async (tx, viewer, input) => {
    const { slug, isOnline } = await submitCooperation(tx, viewer, input);
    const notice = isOnline ? "cooperationPublished" : "cooperationSubmitted";
    return { redirectTo: at(slug), notice };
  },
);

export const submitRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug, isOnline } = await submitRevision(tx, viewer, COOPERATION_VERBS, input);
    const notice = isOnline ? "cooperationPublished" : "revisionSubmitted";
    return { redirectTo: at(slug), notice };
  },
);

export const setPartiesAction = memberAction(setPartiesInput, async (tx, viewer, input) => {
  const parties = await findParties(tx, viewer, input);
  const { slug } = await setParties(tx, viewer, { ...input, parties });
  return { redirectTo: at(slug), notice: "cooperationSettled" };
});

export const sayWhoActsAction = memberAction(sayWhoActsInput, async (tx, viewer, input) => {
  const { slug } = await sayWhoActs(tx, viewer, input);
  return { redirectTo: at(slug), notice: "saved" };
});

export const withdrawCooperationAction = memberAction(...life.withdraw);
export const archiveCooperationAction = memberAction(...life.archive);
export const reopenCooperationAction = memberAction(...life.reopen);
export const eraseDraftAction = memberAction(...life.erase);
export const withdrawRevisionAction = memberAction(...life.withdrawRevision);
export const restoreVersionAction = memberAction(...life.restore);
export const askQuestionAction = memberAction(...askAct(COOPERATION_VERBS));

export const saveTranslationsAction = memberAction(...translation.save);
export const offerTranslationsAction = memberAction(...translation.offer);
export const acceptOfferAction = memberAction(...translation.accept);
export const acceptAllOffersAction = memberAction(...translation.acceptAll);
export const declineOfferAction = memberAction(...translation.decline);
export const withdrawOfferAction = memberAction(...translation.withdraw);
export const translateByMachineAction = memberAction(...translation.machine);
