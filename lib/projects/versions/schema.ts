import { z } from "zod";
import { rowId, rowNumber, rowVersion } from "@/lib/core/text/fields";

/** `revisionId` is empty when no edit of the project is open. */
export const restoreVersionInput = z.strictObject({
  projectId: rowId,
  number: rowNumber,
  revisionId: z.union([z.literal(""), rowId]).transform((value) => value || null),
  version: rowVersion,
});
