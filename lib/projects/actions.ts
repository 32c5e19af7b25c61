"use server";

import { memberAction } from "@/lib/core/action";
import { today } from "@/lib/core/dates";
import { nextStep } from "@/lib/entries/editor-steps";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { setFileLevel } from "@/lib/entries/files/mutations";
import { setFileLevelInput } from "@/lib/entries/files/schema";
import { askQuestion } from "@/lib/entries/questions/mutations";
import { askQuestionInput } from "@/lib/entries/questions/schema";
import { identityGaps, listWrong } from "./completeness";
import { eraseDraft } from "./drafts.mutations";
import { findIdentitiesIn } from "./identity.queries";
import { setLevels } from "./levels.mutations";
import { draftProject, reopenProject, saveProject, submitProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { PROJECT } from "./project";
import { renewProject } from "./renewal.mutations";
import { proposeRevision, submitRevision, withdrawRevision } from "./revisions.mutations";
import {
  draftProjectInput,
  eraseDraftInput,
  projectPlaceInput,
  renewProjectInput,
  restoreVersionInput,
  saveProjectInput,
  setLevelsInput,
} from "./schema";
import { restoreVersion } from "./versions.mutations";

export const draftProjectAction = memberAction(draftProjectInput, async (tx, viewer, input) => {
  const { slug } = await draftProject(tx, viewer, input);
  return { redirectTo: `/projects/${slug}/edit`, notice: "draftSaved" };
});

export const saveProjectAction = memberAction(saveProjectInput, async (tx, viewer, input) => {
  const { projectId, version, revisionId, slug, intent, confirmed, step, ...content } = input;
  const save = { projectId, version, confirmed, content };
  const saved =
    revisionId === undefined
      ? await saveProject(tx, viewer, save)
      : await proposeRevision(tx, viewer, { ...save, revisionId: revisionId || null });
  if (intent === "autosave") return { kept: saved };
  const identified = await findIdentitiesIn(tx, viewer, projectId, content);
  const faults = [...listWrong(content, today()), ...identityGaps(identified)];
  if (faults.length > 0) return { faults };
  const next = intent === "stay" ? step : nextStep(PROJECT, step);
  return { redirectTo: `/projects/${slug}/edit?step=${next}`, notice: "draftSaved" };
});

export const submitProjectAction = memberAction(projectPlaceInput, async (tx, viewer, input) => {
  const { slug } = await submitProject(tx, viewer, input);
  return { redirectTo: `/projects/${slug}`, notice: "projectSubmitted" };
});

export const eraseDraftAction = memberAction(eraseDraftInput, async (tx, viewer, input) => {
  await eraseDraft(tx, viewer, input);
  return { redirectTo: "/projects?mine=1", notice: "draftErased" };
});

export const reopenProjectAction = memberAction(projectPlaceInput, async (tx, viewer, input) => {
  await reopenProject(tx, viewer, input);
  return { redirectTo: `/projects/${input.slug}/edit`, notice: "projectReopened" };
});

export const renewProjectAction = memberAction(renewProjectInput, async (tx, viewer, input) => {
  const { isLater } = await renewProject(tx, viewer, input);
  const notice = isLater ? "projectRenewed" : "projectBroughtForward";
  return { redirectTo: `/projects/${input.slug}`, notice };
});

export const setLevelsAction = memberAction(setLevelsInput, async (tx, viewer, input) => {
  await setLevels(tx, viewer, input);
  return { redirectTo: `/projects/${input.slug}/settings`, notice: "levelsSaved" };
});

export const askQuestionAction = memberAction(askQuestionInput, async (tx, viewer, input) => {
  await askQuestion(tx, viewer, PROJECT_VERBS, input);
  return { redirectTo: `/projects/${input.slug}`, notice: "questionAsked" };
});

export const setFileLevelAction = memberAction(setFileLevelInput, async (tx, viewer, input) => {
  const { slug } = await setFileLevel(tx, viewer, PROJECT_VERBS, input);
  return { redirectTo: `/projects/${slug}#files`, notice: "fileLevelSet" };
});

export const submitRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug } = await submitRevision(tx, viewer, input);
    return { redirectTo: `/projects/${slug}`, notice: "revisionSubmitted" };
  },
);

export const withdrawRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug } = await withdrawRevision(tx, viewer, input);
    return { redirectTo: `/projects/${slug}`, notice: "revisionWithdrawn" };
  },
);

export const restoreVersionAction = memberAction(restoreVersionInput, async (tx, viewer, input) => {
  const { slug, missing } = await restoreVersion(tx, viewer, input);
  const notice = missing.length > 0 ? "versionRestoredWithout" : "versionRestored";
  return { redirectTo: `/projects/${slug}/edit?step=check`, notice };
});
