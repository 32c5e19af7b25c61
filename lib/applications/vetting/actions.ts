"use server";

import { adminAction } from "@/lib/core/action";
import { stayOn } from "@/lib/core/auth/request";
import { addNote, releaseApplication, resumeReview, takeApplication } from "./mutations";
import {
  noteInput,
  releaseApplicationInput,
  resumeReviewInput,
  takeApplicationInput,
} from "./schema";

export const takeApplicationAction = adminAction(
  takeApplicationInput,
  async (tx, viewer, input, { locale, request }) => {
    await takeApplication(tx, { ...viewer, locale }, input);
    return { ...stayOn(request, pageOf(input)), notice: "applicationTaken" };
  },
);

export const resumeReviewAction = adminAction(
  resumeReviewInput,
  async (tx, viewer, input, { locale, request }) => {
    await resumeReview(tx, { ...viewer, locale }, input);
    return { ...stayOn(request, pageOf(input)), notice: "reviewResumed" };
  },
);

export const releaseApplicationAction = adminAction(
  releaseApplicationInput,
  async (tx, viewer, input, { locale, request }) => {
    await releaseApplication(tx, { ...viewer, locale }, input);
    return { ...stayOn(request, pageOf(input)), notice: "itemReleased" };
  },
);

export const addNoteAction = adminAction(noteInput, async (tx, viewer, input, { request }) => {
  await addNote(tx, viewer, input);
  return { ...stayOn(request, pageOf(input), "#notes"), notice: "noteAdded" };
});

const pageOf = ({ applicationId }: { applicationId: string }) =>
  `/admin/applications/${applicationId}`;
