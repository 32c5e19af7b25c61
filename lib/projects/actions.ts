"use server";

import { memberAction } from "@/lib/core/action";
import { today } from "@/lib/core/dates";
import { nextStep } from "@/lib/entries/editor-steps";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { levelAct } from "@/lib/entries/files/level-act";
import { lifeActs } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { identityGaps, listWrong } from "./completeness";
import { findIdentitiesIn } from "./identity.queries";
import { setLevels } from "./levels.mutations";
import { draftProject, saveProject, submitProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { PROJECT } from "./project";
import { renewProject } from "./renewal.mutations";
import { proposeRevision, submitRevision } from "./revisions.mutations";
import {
  draftProjectInput,
  projectPlaceInput,
  renewProjectInput,
  saveProjectInput,
  setLevelsInput,
} from "./schema";

const acts = lifeActs(PROJECT_VERBS);

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

export const eraseDraftAction = memberAction(...acts.erase);

export const reopenProjectAction = memberAction(...acts.reopen);

export const renewProjectAction = memberAction(renewProjectInput, async (tx, viewer, input) => {
  const { isLater } = await renewProject(tx, viewer, input);
  const notice = isLater ? "projectRenewed" : "projectBroughtForward";
  return { redirectTo: `/projects/${input.slug}`, notice };
});

export const setLevelsAction = memberAction(setLevelsInput, async (tx, viewer, input) => {
  await setLevels(tx, viewer, input);
  return { redirectTo: `/projects/${input.slug}/settings`, notice: "levelsSaved" };
});

export const askQuestionAction = memberAction(...askAct(PROJECT_VERBS));

export const setFileLevelAction = memberAction(...levelAct(PROJECT_VERBS));

export const submitRevisionAction = memberAction(
  revisionVersionInput,
  async (tx, viewer, input) => {
    const { slug } = await submitRevision(tx, viewer, input);
    return { redirectTo: `/projects/${slug}`, notice: "revisionSubmitted" };
  },
);

export const withdrawRevisionAction = memberAction(...acts.withdrawRevision);

export const restoreVersionAction = memberAction(...acts.restore);
