"use server";

import { adminAction } from "@/lib/core/action";
import { nextStep } from "@/lib/entries/editor-steps";
import { revisionVersionInput } from "@/lib/entries/entry-input";
import { lifeActs } from "@/lib/entries/life-acts";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { HERITAGE_ITEM, listWrong } from "./heritage";
import { saveHeritage, startHeritage, submitHeritage } from "./mutations";
import { HERITAGE_VERBS } from "./noun.queries";
import { saveHeritageInput, startHeritageInput, submitHeritageInput } from "./schema";

const life = lifeActs(HERITAGE_VERBS);

export const startHeritageAction = adminAction(startHeritageInput, async (tx, viewer, input) => {
  const { slug } = await startHeritage(tx, viewer, input);
  return { redirectTo: `/heritage/${slug}/edit`, notice: "draftSaved" };
});

export const saveHeritageAction = adminAction(saveHeritageInput, async (tx, viewer, input) => {
  const { heritageId: id, version, revisionId, slug, ...sent } = input;
  const { intent, confirmed, step, ...content } = sent;
  const save = { id, version, confirmed, content };
  const kept =
    revisionId === undefined
      ? await saveHeritage(tx, viewer, save)
      : await proposeRevision(tx, viewer, HERITAGE_VERBS, {
          ...save,
          revisionId: revisionId || null,
        });
  if (intent === "autosave") return { kept };
  const faults = listWrong(content);
  if (faults.length > 0) return { faults };
  const next = intent === "stay" ? step : nextStep(HERITAGE_ITEM, step);
  return { redirectTo: `/heritage/${slug}/edit?step=${next}`, notice: "draftSaved" };
});

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
