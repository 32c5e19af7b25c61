"use server";

import { adminAction } from "@/lib/core/action";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { submitRevision } from "@/lib/entries/revisions.mutations";
import { listWrong } from "./heritage";
import { startHeritage, submitHeritage } from "./mutations";
import { HERITAGE_VERBS } from "./noun.queries";
import { saveHeritageInput, startHeritageInput, submitHeritageInput } from "./schema";

const life = lifeActs(HERITAGE_VERBS);

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
