"use server";

import { memberAction } from "@/lib/core/action";
import { pageOf } from "../noun";
import { removeFile } from "./mutations";
import { removeFileInput } from "./schema";

export const removeFileAction = memberAction(removeFileInput, async (tx, viewer, input) => {
  const entry = await removeFile(tx, viewer, input);
  return { redirectTo: `${pageOf(entry)}#files`, notice: "fileRemoved" };
});
