"use server";

import { memberAction } from "@/lib/core/action";
import { addActivity, changeActivity, confirmActivity, removeActivity } from "./mutations";
import {
  addActivityInput,
  changeActivityInput,
  confirmActivityInput,
  removeActivityInput,
} from "./schema";

export const addActivityAction = memberAction(addActivityInput, async (tx, viewer, input) => {
  const { ongoing: _, ...content } = input;
  const { slug } = await addActivity(tx, viewer, content);
  return { redirectTo: `/activities/${slug}`, notice: "activityAdded" };
});

export const changeActivityAction = memberAction(changeActivityInput, async (tx, viewer, input) => {
  const { activityId, version, confirmed, ongoing: _, ...content } = input;
  const { slug } = await changeActivity(tx, viewer, { activityId, version, confirmed, content });
  return { redirectTo: `/activities/${slug}`, notice: "activitySaved" };
});

export const confirmActivityAction = memberAction(
  confirmActivityInput,
  async (tx, viewer, { back, ...input }) => {
    const { slug } = await confirmActivity(tx, viewer, input);
    const to = { page: `/activities/${slug}`, mine: "/activities?mine=1", home: "/home" };
    return { redirectTo: to[back], notice: "activityConfirmed" };
  },
);

export const removeActivityAction = memberAction(removeActivityInput, async (tx, viewer, input) => {
  const { isOwn } = await removeActivity(tx, viewer, input);
  return {
    redirectTo: isOwn ? "/activities?mine=1" : "/activities",
    notice: "activityRemoved",
  };
});
