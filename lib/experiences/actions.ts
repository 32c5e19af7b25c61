"use server";

import { memberAction } from "@/lib/core/action";
import { drafted, told } from "@/lib/entries/entry-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { EXPERIENCES, listWrong } from "./experience";
import {
  confirmExperience,
  settleExperience,
  shareExperience,
  submitExperience,
} from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import { giveOpinion, withdrawOpinion } from "./opinions.mutations";
import {
  confirmInput,
  contradictInput,
  endorseInput,
  opinionInput,
  saveExperienceInput,
  settleExperienceInput,
  shareExperienceInput,
  submitExperienceInput,
} from "./schema";

const life = lifeActs(EXPERIENCE_VERBS);

const handedIn = ({ isOnline }: { isOnline: boolean }) =>
  isOnline ? "experiencePublished" : "experienceSubmitted";

const shared = told(EXPERIENCES, shareExperience, handedIn);
const kept = drafted(EXPERIENCES, shareExperience);

export const shareExperienceAction = memberAction(shareExperienceInput, (tx, viewer, input) =>
  (input.isHandedIn ? shared : kept)(tx, viewer, input),
);
export const saveExperienceAction = memberAction(
  ...saveAct(EXPERIENCE_VERBS, saveExperienceInput, listWrong),
);
export const submitExperienceAction = memberAction(
  submitExperienceInput,
  told(EXPERIENCES, submitExperience, handedIn),
);
export const submitRevisionAction = memberAction(...life.submitRevision("revisionSubmitted"));
export const settleExperienceAction = memberAction(
  settleExperienceInput,
  told(EXPERIENCES, settleExperience, "saved"),
);

export const withdrawExperienceAction = memberAction(...life.withdraw);
export const archiveExperienceAction = memberAction(...life.archive);
export const reopenExperienceAction = memberAction(...life.reopen);
export const eraseDraftAction = memberAction(...life.erase);
export const withdrawRevisionAction = memberAction(...life.withdrawRevision);
export const restoreVersionAction = memberAction(...life.restore);
export const askQuestionAction = memberAction(...askAct(EXPERIENCE_VERBS));

export const endorseExperienceAction = memberAction(
  endorseInput,
  told(EXPERIENCES, giveOpinion, "experienceEndorsed"),
);
export const contradictExperienceAction = memberAction(
  contradictInput,
  told(EXPERIENCES, giveOpinion, "experienceContradicted"),
);
export const withdrawOpinionAction = memberAction(
  opinionInput,
  told(EXPERIENCES, withdrawOpinion, "opinionWithdrawn"),
);
export const confirmExperienceAction = memberAction(
  confirmInput,
  told(EXPERIENCES, confirmExperience, "experienceConfirmed"),
);
