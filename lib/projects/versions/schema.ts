import { z } from "zod";
import type { ErrorCode } from "@/lib/core/errors";
import { rowId, rowVersion } from "@/lib/core/text/fields";

const code = (value: ErrorCode) => value;

/** `revisionId` is empty when no edit of the project is open. */
export const restoreVersionInput = z.strictObject({
  projectId: rowId,
  number: z.coerce
    .number({ error: code("notFound") })
    .int()
    .positive(),
  revisionId: z.union([z.literal(""), rowId]).transform((value) => value || null),
  version: rowVersion,
});
