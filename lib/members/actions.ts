"use server";

import { readerAction } from "@/lib/core/action";
import { noFields } from "@/lib/core/text/fields";
import { confirmProfile } from "./confirming.mutations";
import { markNewsSeen, saveProfile, settleName } from "./mutations";
import { removePortrait } from "./portraits.mutations";
import { newsSeenInput, profileInput, settleNameInput } from "./schema";

export const saveProfileAction = readerAction(profileInput, async (tx, viewer, input) => {
  const { slug, isProposed, faults } = await saveProfile(tx, viewer, input);
  if (faults.length > 0) return { faults };
  if (isProposed) return { redirectTo: "/account/profile", notice: "nameProposed" };
  return { redirectTo: `/members/${slug}`, notice: "profileSaved" };
});

export const confirmProfileAction = readerAction(noFields, async (tx, viewer) => {
  await confirmProfile(tx, viewer);
  return { redirectTo: "/account/profile", notice: "profileConfirmed" };
});

export const removePortraitAction = readerAction(noFields, async (tx, viewer) => {
  await removePortrait(tx, viewer);
  return { redirectTo: "/account/profile#portrait", notice: "portraitRemoved" };
});

export const markNewsSeenAction = readerAction(newsSeenInput, async (tx, viewer, input) => {
  await markNewsSeen(tx, viewer, input);
  return { redirectTo: "/home" };
});

export const settleNameAction = readerAction(settleNameInput, async (tx, viewer, input) => {
  await settleName(tx, viewer, input);
  return { redirectTo: "/home", notice: input.names ? "nameSaved" : "nameKept" };
});
