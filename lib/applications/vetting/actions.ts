"use server";

import { adminAction } from "@/lib/core/action";
import {
  addNote,
  approveApplication,
  askForMore,
  refuseApplication,
  resumeReview,
  takeApplication,
} from "./mutations";
import {
  decideApplicationInput,
  noteInput,
  resumeReviewInput,
  takeApplicationInput,
} from "./schema";

export const takeApplicationAction = adminAction(
  takeApplicationInput,
  async (tx, viewer, input, { locale }) => {
    await takeApplication(tx, { ...viewer, locale }, input);
    const redirectTo = `/admin/applications/${input.applicationId}`;
    return { redirectTo, notice: "applicationTaken" };
  },
);

export const resumeReviewAction = adminAction(
  resumeReviewInput,
  async (tx, viewer, input, { locale }) => {
    await resumeReview(tx, { ...viewer, locale }, input);
    return { redirectTo: `/admin/applications/${input.applicationId}`, notice: "reviewResumed" };
  },
);

export const decideApplicationAction = adminAction(
  decideApplicationInput,
  async (tx, viewer, input, { locale }) => {
    const { verdict, refusalReason, organisation, ...about } = input;
    // Colleagues are named as the page names them.
    const reader = { ...viewer, locale };
    if (verdict === "approved") await approveApplication(tx, reader, { ...about, organisation });
    else if (verdict === "info-requested") await askForMore(tx, reader, about);
    else await refuseApplication(tx, reader, { ...about, reasonCode: refusalReason ?? "" });
    return { redirectTo: "/admin/applications", notice: "decisionSaved" };
  },
);

export const addNoteAction = adminAction(noteInput, async (tx, viewer, input) => {
  await addNote(tx, viewer, input);
  const redirectTo = `/admin/applications/${input.applicationId}#notes`;
  return { redirectTo, notice: "noteAdded" };
});
