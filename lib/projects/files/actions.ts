"use server";

import { memberAction } from "@/lib/core/action";
import { removeFile } from "./mutations";
import { removeFileInput } from "./schema";

export const removeFileAction = memberAction(removeFileInput, async (tx, viewer, input) => {
  await removeFile(tx, viewer, input);
  return { redirectTo: `/projects/${input.slug}#files`, notice: "fileRemoved" };
});
