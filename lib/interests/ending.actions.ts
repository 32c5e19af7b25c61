"use server";

import { memberAction } from "@/lib/core/action";
import { archiveProject, setProgress, withdrawProject } from "@/lib/projects/mutations";
import { isFinalProgress } from "@/lib/projects/policy";
import { projectPlaceInput, setProgressInput } from "@/lib/projects/schema";
import { endInterests } from "./ending.mutations";

// What takes a project offline or to its end takes the interests that wait in it along: one transaction, two rooms.

export const withdrawProjectAction = memberAction(projectPlaceInput, async (tx, viewer, input) => {
  const { wasOnline } = await withdrawProject(tx, viewer, input);
  await endInterests(tx, viewer, { ...input, wasOnline });
  return { redirectTo: `/projects/${input.slug}`, notice: "projectWithdrawn" };
});

export const archiveProjectAction = memberAction(projectPlaceInput, async (tx, viewer, input) => {
  const { wasOnline } = await archiveProject(tx, viewer, input);
  await endInterests(tx, viewer, { ...input, wasOnline });
  return { redirectTo: `/projects/${input.slug}`, notice: "projectArchived" };
});

export const setProgressAction = memberAction(setProgressInput, async (tx, viewer, input) => {
  const { hasMoved } = await setProgress(tx, viewer, input);
  await endInterests(tx, viewer, { ...input, wasOnline: true, hasMoved });
  // Whoever ends a project is asked what came of it.
  const to = isFinalProgress(input.progress) ? "/outcome" : "/settings";
  return { redirectTo: `/projects/${input.slug}${to}`, notice: "progressSaved" };
});
