"use server";

import { memberAction } from "@/lib/core/action";
import { markNewsSeen, saveProfile } from "./mutations";
import { newsSeenInput, profileInput } from "./schema";

export const saveProfileAction = memberAction(profileInput, async (tx, viewer, sent) => {
  const { isProposed, ...input } = sent;
  const { slug } = await saveProfile(tx, viewer, input);
  if (isProposed) return { redirectTo: "/account/profile", notice: "nameProposed" };
  return { redirectTo: `/members/${slug}`, notice: "profileSaved" };
});

export const markNewsSeenAction = memberAction(newsSeenInput, async (tx, viewer) => {
  await markNewsSeen(tx, viewer);
  return { redirectTo: "/home" };
});
