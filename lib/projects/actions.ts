"use server";

import { memberAction } from "@/lib/core/action";
import { today } from "@/lib/core/dates";
import { told } from "@/lib/entries/entry-act";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { levelAct } from "@/lib/entries/files/level-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { identityGaps, listWrong } from "./completeness";
import { findIdentitiesIn, findIdentitiesInNew } from "./identity.queries";
import { setLevels } from "./levels.mutations";
import { draftProject, submitProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { PROJECTS } from "./project";
import { renewProject } from "./renewal.mutations";
import { submitRevision } from "./revisions.mutations";
import {
  postProjectInput,
  projectPlaceInput,
  renewProjectInput,
  saveProjectInput,
  setLevelsInput,
} from "./schema";

const acts = lifeActs(PROJECT_VERBS);

export const postProjectAction = memberAction(postProjectInput, async (tx, viewer, input) => {
  const { intent, originalLocale, title, sought, offered, isNamed } = input;
  if (intent === "draft") {
    const { slug } = await draftProject(tx, viewer, input);
    return { redirectTo: `/projects/${slug}/edit`, notice: "draftSaved" };
  }
  // Told before anything is kept: what is sent again is no second draft.
  const texts = Object.fromEntries(
    Object.entries({ title, sought, offered }).map(([name, text]) => [
      name,
      { [originalLocale]: text },
    ]),
  );
  const ownerLevel = isNamed ? "members" : "contacts";
  const faults = identityGaps(await findIdentitiesInNew(tx, viewer, { ownerLevel, texts }));
  if (faults.length > 0) {
    return { faults: faults.map((one) => ({ ...one, field: one.field.split(".")[0] ?? "" })) };
  }
  const { id: projectId } = await draftProject(tx, viewer, input);
  const { slug } = await submitProject(tx, viewer, { projectId, version: 1 });
  return { redirectTo: `/projects/${slug}`, notice: "projectSubmitted" };
});

export const saveProjectAction = memberAction(
  ...saveAct(PROJECT_VERBS, saveProjectInput, async (content, { tx, viewer, id }) => [
    ...listWrong(content, today()),
    ...identityGaps(await findIdentitiesIn(tx, viewer, id, content)),
  ]),
);

export const submitProjectAction = memberAction(
  projectPlaceInput,
  told(PROJECTS, submitProject, "projectSubmitted"),
);

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
  told(PROJECTS, submitRevision, "revisionSubmitted"),
);

export const withdrawRevisionAction = memberAction(...acts.withdrawRevision);

export const restoreVersionAction = memberAction(...acts.restore);
