"use server";

import { memberAction } from "@/lib/core/action";
import { nextStep } from "@/lib/entries/editor-steps";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { restoreVersion } from "@/lib/entries/restoring.mutations";
import { proposeRevision, withdrawRevision } from "@/lib/entries/revisions.mutations";
import { EXPERIENCE, listWrong } from "./experience";
import {
  reopenExperience,
  saveExperience,
  settleExperience,
  shareExperience,
  submitExperience,
  submitExperienceEdit,
  withdrawExperience,
} from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import {
  experiencePlaceInput,
  restoreVersionInput,
  saveExperienceInput,
  settleExperienceInput,
  shareExperienceInput,
  submitEditInput,
  submitExperienceInput,
} from "./schema";

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

export const withdrawExperienceAction = memberAction(
  experiencePlaceInput,
  async (tx, viewer, input) => {
    await withdrawExperience(tx, viewer, input);
    return { redirectTo: `/experiences/${input.slug}`, notice: "experienceWithdrawn" };
  },
);

export const reopenExperienceAction = memberAction(
  experiencePlaceInput,
  async (tx, viewer, input) => {
    await reopenExperience(tx, viewer, input);
    return { redirectTo: `/experiences/${input.slug}/edit`, notice: "experienceReopened" };
  },
);

export const submitRevisionAction = memberAction(submitEditInput, async (tx, viewer, input) => {
  const { slug } = await submitExperienceEdit(tx, viewer, input);
  return { redirectTo: `/experiences/${slug}`, notice: "revisionSubmitted" };
});

export const withdrawRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug } = await withdrawRevision(tx, viewer, EXPERIENCE_VERBS, input);
    return { redirectTo: `/experiences/${slug}`, notice: "revisionWithdrawn" };
  },
);

export const restoreVersionAction = memberAction(restoreVersionInput, async (tx, viewer, input) => {
  const { slug } = await restoreVersion(tx, viewer, EXPERIENCE_VERBS, input);
  return { redirectTo: `/experiences/${slug}/edit?step=check`, notice: "versionRestored" };
});
