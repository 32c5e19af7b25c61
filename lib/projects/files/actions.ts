"use server";

import { memberAction } from "@/lib/core/action";
import { removeFile, setFileLevel } from "./mutations";
import { removeFileInput, setFileLevelInput } from "./schema";

export const removeFileAction = memberAction(removeFileInput, async (tx, viewer, input) => {
  await removeFile(tx, viewer, input);
  return { redirectTo: `/projects/${input.slug}#files`, notice: "fileRemoved" };
});

export const setFileLevelAction = memberAction(setFileLevelInput, async (tx, viewer, input) => {
  await setFileLevel(tx, viewer, input);
  return { redirectTo: `/projects/${input.slug}#files`, notice: "fileLevelSet" };
});
