"use server";

import { memberAction } from "@/lib/core/action";
import { confirmExperience } from "./confirm.mutations";
import { contradictExperience, endorseExperience, withdrawOpinion } from "./opinions.mutations";
import { confirmInput, contradictInput, endorseInput, opinionInput } from "./opinions.schema";

export const endorseExperienceAction = memberAction(endorseInput, async (tx, viewer, input) => {
  const { slug } = await endorseExperience(tx, viewer, input);
  return { redirectTo: `/experiences/${slug}`, notice: "experienceEndorsed" };
});

export const contradictExperienceAction = memberAction(
  contradictInput,
  async (tx, viewer, input) => {
    const { slug } = await contradictExperience(tx, viewer, input);
    return { redirectTo: `/experiences/${slug}`, notice: "experienceContradicted" };
  },
);

export const withdrawOpinionAction = memberAction(opinionInput, async (tx, viewer, input) => {
  const { slug } = await withdrawOpinion(tx, viewer, input);
  return { redirectTo: `/experiences/${slug}`, notice: "opinionWithdrawn" };
});

export const confirmExperienceAction = memberAction(confirmInput, async (tx, viewer, input) => {
  const { slug } = await confirmExperience(tx, viewer, input);
  return { redirectTo: `/experiences/${slug}`, notice: "experienceConfirmed" };
});
