"use server";

import { memberAction } from "@/lib/core/action";
import { dismissCandidate, dismissProject, recallDismissal } from "./mutations";
import { dismissCandidateInput, dismissProjectInput, recallDismissalInput } from "./schema";

export const dismissProjectAction = memberAction(dismissProjectInput, async (tx, viewer, input) => {
  await dismissProject(tx, viewer, input);
  return { redirectTo: `/matches?aside=${input.slug}` };
});

export const dismissCandidateAction = memberAction(
  dismissCandidateInput,
  async (tx, viewer, input) => {
    await dismissCandidate(tx, viewer, input);
    return { redirectTo: `/projects/${input.slug}/candidates?aside=${input.candidateId}` };
  },
);

export const recallDismissalAction = memberAction(
  recallDismissalInput,
  async (tx, viewer, input) => {
    const { slug, isOfCandidate } = await recallDismissal(tx, viewer, input);
    const redirectTo = isOfCandidate ? `/projects/${slug}/candidates` : "/matches";
    return { redirectTo, notice: "suggestedAgain" };
  },
);
