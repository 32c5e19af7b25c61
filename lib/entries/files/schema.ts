import { z } from "zod";
import { ENTRY_LEVELS } from "@/db/enums";
import { choice, rowId } from "@/lib/core/text/fields";

export const removeFileInput = z.strictObject({ fileId: rowId });

/** `before` is the level that the page showed. */
export const setFileLevelInput = z.strictObject({
  fileId: rowId,
  before: choice(ENTRY_LEVELS),
  level: choice(ENTRY_LEVELS),
});
