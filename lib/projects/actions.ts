"use server";

import { memberAction } from "@/lib/core/action";
import { today } from "@/lib/core/dates";
import { drafted, told } from "@/lib/entries/entry-act";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { levelAct } from "@/lib/entries/files/level-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { identityGaps, listWrong } from "./completeness";
import { findIdentitiesIn } from "./identity.queries";
import { setLevels } from "./levels.mutations";
import { draftProject, submitProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { PROJECTS } from "./project";
import { renewProject } from "./renewal.mutations";
import { submitRevision } from "./revisions.mutations";
import {
  draftProjectInput,
  projectPlaceInput,
  renewProjectInput,
  saveProjectInput,
  setLevelsInput,
} from "./schema";

const acts = lifeActs(PROJECT_VERBS);

export const draftProjectAction = memberAction(draftProjectInput, drafted(PROJECTS, draftProject));

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
