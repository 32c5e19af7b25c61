import { OF_FILES, saysRefusals } from "@/lib/core/files/upload-refusals";

/** Whether the page says why a file was not attached. */
export const isFileRefusal = saysRefusals([
  ...OF_FILES,
  "fileNamesOwner",
  "filesTooMany",
  "filesTooLarge",
]);
