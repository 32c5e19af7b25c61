"use server";

import { memberAction } from "@/lib/core/action";
import { nextStep } from "@/lib/entries/editor-steps";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { restoreVersion } from "@/lib/entries/restoring.mutations";
import {
  proposeRevision,
  submitRevision,
  withdrawRevision,
} from "@/lib/entries/revisions.mutations";
import { EXPERIENCE, listWrong } from "./experience";
import {
  draftExperience,
  reopenExperience,
  saveExperience,
  submitExperience,
  withdrawExperience,
} from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import {
  draftExperienceInput,
  experiencePlaceInput,
  restoreVersionInput,
  saveExperienceInput,
} from "./schema";

export const draftExperienceAction = memberAction(
  draftExperienceInput,
  async (tx, viewer, input) => {
    const { slug } = await draftExperience(tx, viewer, input);
    return { redirectTo: `/experiences/${slug}/edit`, notice: "draftSaved" };
  },
);

export const saveExperienceAction = memberAction(saveExperienceInput, async (tx, viewer, input) => {
  const {
    experienceId: id,
    version,
    revisionId,
    slug,
    intent,
    confirmed,
    step,
    ...content
  } = input;
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
  experiencePlaceInput,
  async (tx, viewer, input) => {
    const { slug } = await submitExperience(tx, viewer, keyOf(input));
    return { redirectTo: `/experiences/${slug}`, notice: "experienceSubmitted" };
  },
);

export const withdrawExperienceAction = memberAction(
  experiencePlaceInput,
  async (tx, viewer, input) => {
    await withdrawExperience(tx, viewer, keyOf(input));
    return { redirectTo: `/experiences/${input.slug}`, notice: "experienceWithdrawn" };
  },
);

export const reopenExperienceAction = memberAction(
  experiencePlaceInput,
  async (tx, viewer, input) => {
    await reopenExperience(tx, viewer, keyOf(input));
    return { redirectTo: `/experiences/${input.slug}/edit`, notice: "experienceReopened" };
  },
);

export const submitRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug } = await submitRevision(tx, viewer, EXPERIENCE_VERBS, input);
    return { redirectTo: `/experiences/${slug}`, notice: "revisionSubmitted" };
  },
);

export const withdrawRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug } = await withdrawRevision(tx, viewer, EXPERIENCE_VERBS, input);
    return { redirectTo: `/experiences/${slug}`, notice: "revisionWithdrawn" };
  },
);

export const restoreVersionAction = memberAction(restoreVersionInput, async (tx, viewer, input) => {
  const { experienceId: id, ...version } = input;
  const { slug } = await restoreVersion(tx, viewer, EXPERIENCE_VERBS, { id, ...version });
  return { redirectTo: `/experiences/${slug}/edit?step=check`, notice: "versionRestored" };
});

const keyOf = ({ experienceId: id, version }: { experienceId: string; version: number }) => ({
  id,
  version,
});
