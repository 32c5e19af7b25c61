"use server";

import { memberAction } from "@/lib/core/action";
import { restoreVersion } from "./restoring.mutations";
import { restoreVersionInput } from "./schema";

export const restoreVersionAction = memberAction(restoreVersionInput, async (tx, viewer, input) => {
  const { slug, missing } = await restoreVersion(tx, viewer, input);
  const notice = missing.length > 0 ? "versionRestoredWithout" : "versionRestored";
  return { redirectTo: `/projects/${slug}/edit?step=check`, notice };
});
