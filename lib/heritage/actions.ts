"use server";

import { adminAction, memberAction } from "@/lib/core/action";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { submitRevision } from "@/lib/entries/revisions.mutations";
import { translationActs } from "@/lib/entries/translation-acts";
import { listWrong } from "./heritage";
import { startHeritage, submitHeritage } from "./mutations";
import { HERITAGE_VERBS } from "./noun.queries";
import { saveHeritageInput, startHeritageInput, submitHeritageInput } from "./schema";

const life = lifeActs(HERITAGE_VERBS);
const translation = translationActs(HERITAGE_VERBS);

export const startHeritageAction = adminAction(startHeritageInput, async (tx, viewer, input) => {
  const { slug } = await startHeritage(tx, viewer, input);
  return { redirectTo: `/heritage/${slug}/edit`, notice: "draftSaved" };
});

export const saveHeritageAction = adminAction(
  ...saveAct(HERITAGE_VERBS, saveHeritageInput, async (_tx, _viewer, _id, content) =>
    listWrong(content),
  ),
);

export const submitHeritageAction = adminAction(submitHeritageInput, async (tx, viewer, input) => {
  const { slug } = await submitHeritage(tx, viewer, input);
  return { redirectTo: `/heritage/${slug}`, notice: "heritagePublished" };
});

export const submitRevisionAction = adminAction(revisionVersionInput, async (tx, viewer, input) => {
  const { slug } = await submitRevision(tx, viewer, HERITAGE_VERBS, input);
  return { redirectTo: `/heritage/${slug}`, notice: "heritagePublished" };
});

export const withdrawHeritageAction = adminAction(...life.withdraw);
export const reopenHeritageAction = adminAction(...life.reopen);
export const withdrawRevisionAction = adminAction(...life.withdrawRevision);
export const restoreVersionAction = adminAction(...life.restore);

export const saveTranslationsAction = memberAction(...translation.save);
export const offerTranslationsAction = memberAction(...translation.offer);
export const acceptOfferAction = memberAction(...translation.accept);
export const acceptAllOffersAction = memberAction(...translation.acceptAll);
export const declineOfferAction = memberAction(...translation.decline);
export const withdrawOfferAction = memberAction(...translation.withdraw);
export const translateByMachineAction = memberAction(...translation.machine);
