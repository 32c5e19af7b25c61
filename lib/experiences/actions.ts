"use server";

import type { Transaction } from "@/db/client";
import { memberAction, type NoticeCode } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { translationActs } from "@/lib/entries/translation-acts";
import { listWrong } from "./experience";
import {
  confirmExperience,
  settleExperience,
  shareExperience,
  submitExperience,
  submitExperienceEdit,
} from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import { contradictExperience, endorseExperience, withdrawOpinion } from "./opinions.mutations";
import {
  confirmInput,
  contradictInput,
  endorseInput,
  opinionInput,
  saveExperienceInput,
  settleExperienceInput,
  shareExperienceInput,
  submitEditInput,
  submitExperienceInput,
} from "./schema";

const life = lifeActs(EXPERIENCE_VERBS);
const translation = translationActs(EXPERIENCE_VERBS);

const pageOf = ({ slug }: { slug: string }) => `/experiences/${slug}`;

const handedIn = (experience: { slug: string; isOnline: boolean }) => ({
  redirectTo: pageOf(experience),
  notice: experience.isOnline ? ("experiencePublished" as const) : ("experienceSubmitted" as const),
});

/** Leads back to the experience that a verb gives, with what is said of it. */
const told =
  <Input>(
    verb: (tx: Transaction, viewer: Viewer, input: Input) => Promise<{ slug: string }>,
    notice: NoticeCode,
  ) =>
  async (tx: Transaction, viewer: Viewer, input: Input) => ({
    redirectTo: pageOf(await verb(tx, viewer, input)),
    notice,
  });

export const shareExperienceAction = memberAction(
  shareExperienceInput,
  async (tx, viewer, input) => {
    const experience = await shareExperience(tx, viewer, input);
    if (input.isHandedIn) return handedIn(experience);
    return { redirectTo: `${pageOf(experience)}/edit`, notice: "draftSaved" };
  },
);

export const saveExperienceAction = memberAction(
  ...saveAct(EXPERIENCE_VERBS, saveExperienceInput, async (_tx, _viewer, _id, content) =>
    listWrong(content),
  ),
);

export const submitExperienceAction = memberAction(submitExperienceInput, (tx, viewer, input) =>
  submitExperience(tx, viewer, input).then(handedIn),
);
export const submitRevisionAction = memberAction(
  submitEditInput,
  told(submitExperienceEdit, "revisionSubmitted"),
);
export const settleExperienceAction = memberAction(
  settleExperienceInput,
  told(settleExperience, "saved"),
);

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

export const endorseExperienceAction = memberAction(
  endorseInput,
  told(endorseExperience, "experienceEndorsed"),
);
export const contradictExperienceAction = memberAction(
  contradictInput,
  told(contradictExperience, "experienceContradicted"),
);
export const withdrawOpinionAction = memberAction(
  opinionInput,
  told(withdrawOpinion, "opinionWithdrawn"),
);
export const confirmExperienceAction = memberAction(
  confirmInput,
  told(confirmExperience, "experienceConfirmed"),
);
