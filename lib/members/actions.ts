"use server";

import { memberAction } from "@/lib/core/action";
import { markNewsSeen, saveProfile, settleName } from "./mutations";
import { removePortrait } from "./portraits.mutations";
import { newsSeenInput, profileInput, removePortraitInput, settleNameInput } from "./schema";

export const saveProfileAction = memberAction(profileInput, async (tx, viewer, input) => {
  const { slug, isProposed, faults } = await saveProfile(tx, viewer, input);
  if (faults.length > 0) return { faults };
  if (isProposed) return { redirectTo: "/account/profile", notice: "nameProposed" };
  return { redirectTo: `/members/${slug}`, notice: "profileSaved" };
});

export const removePortraitAction = memberAction(removePortraitInput, async (tx, viewer) => {
  await removePortrait(tx, viewer);
  return { redirectTo: "/account/profile#portrait", notice: "portraitRemoved" };
});

export const markNewsSeenAction = memberAction(newsSeenInput, async (tx, viewer) => {
  await markNewsSeen(tx, viewer);
  return { redirectTo: "/home" };
});

export const settleNameAction = memberAction(settleNameInput, async (tx, viewer, input) => {
  await settleName(tx, viewer, input);
  return { redirectTo: "/home", notice: input.names ? "nameSaved" : "nameKept" };
});
