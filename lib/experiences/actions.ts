"use server";

import { memberAction } from "@/lib/core/action";
import { nextStep } from "@/lib/entries/editor-steps";
import { lifeActs } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { proposeRevision } from "@/lib/entries/revisions.mutations";
import { translationActs } from "@/lib/entries/translation-acts";
import { EXPERIENCE, listWrong } from "./experience";
import {
  saveExperience,
  settleExperience,
  shareExperience,
  submitExperience,
  submitExperienceEdit,
} from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import {
  saveExperienceInput,
  settleExperienceInput,
  shareExperienceInput,
  submitEditInput,
  submitExperienceInput,
} from "./schema";

const life = lifeActs(EXPERIENCE_VERBS);
const translation = translationActs(EXPERIENCE_VERBS);

export const shareExperienceAction = memberAction(
  shareExperienceInput,
  async (tx, viewer, input) => {
    const { slug, isOnline } = await shareExperience(tx, viewer, input);
    const redirectTo = `/experiences/${slug}`;
    if (!input.isHandedIn) return { redirectTo: `${redirectTo}/edit`, notice: "draftSaved" };
    return { redirectTo, notice: isOnline ? "experiencePublished" : "experienceSubmitted" };
  },
);

export const saveExperienceAction = memberAction(saveExperienceInput, async (tx, viewer, input) => {
  const { experienceId: id, version, revisionId, slug, ...sent } = input;
  const { intent, confirmed, step, ...content } = sent;
  const save = { id, version, confirmed, content };
  const kept =
    revisionId === undefined
      ? await saveExperience(tx, viewer, save)
      : await proposeRevision(tx, viewer, EXPERIENCE_VERBS, {
          ...save,
          revisionId: revisionId || null,
        });
  if (intent === "autosave") return { kept };
  const faults = listWrong(content);
  if (faults.length > 0) return { faults };
  const next = intent === "stay" ? step : nextStep(EXPERIENCE, step);
  return { redirectTo: `/experiences/${slug}/edit?step=${next}`, notice: "draftSaved" };
});

export const submitExperienceAction = memberAction(
  submitExperienceInput,
  async (tx, viewer, input) => {
    const { slug, isOnline } = await submitExperience(tx, viewer, input);
    const notice = isOnline ? "experiencePublished" : "experienceSubmitted";
    return { redirectTo: `/experiences/${slug}`, notice };
  },
);

export const settleExperienceAction = memberAction(
  settleExperienceInput,
  async (tx, viewer, input) => {
    await settleExperience(tx, viewer, input);
    return { redirectTo: `/experiences/${input.slug}`, notice: "saved" };
  },
);

export const submitRevisionAction = memberAction(submitEditInput, async (tx, viewer, input) => {
  const { slug } = await submitExperienceEdit(tx, viewer, input);
  return { redirectTo: `/experiences/${slug}`, notice: "revisionSubmitted" };
});

export const withdrawExperienceAction = memberAction(...life.withdraw);
export const archiveExperienceAction = memberAction(...life.archive);
export const reopenExperienceAction = memberAction(...life.reopen);
export const eraseDraftAction = memberAction(...life.erase);
export const withdrawRevisionAction = memberAction(...life.withdrawRevision);
export const restoreVersionAction = memberAction(...life.restore);
export const askQuestionAction = memberAction(...askAct(EXPERIENCE_VERBS));

export const saveTranslationsAction = memberAction(...translation.save);
export const offerTranslationsAction = memberAction(...translation.offer);
export const acceptOfferAction = memberAction(...translation.accept);
export const acceptAllOffersAction = memberAction(...translation.acceptAll);
export const declineOfferAction = memberAction(...translation.decline);
export const withdrawOfferAction = memberAction(...translation.withdraw);
export const translateByMachineAction = memberAction(...translation.machine);
