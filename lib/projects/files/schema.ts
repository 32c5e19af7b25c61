import { z } from "zod";
import type { ErrorCode } from "@/lib/core/errors";
import { rowId } from "@/lib/core/text/fields";
import { isSlug } from "../project-slug";

const code = (value: ErrorCode) => value;

export const removeFileInput = z.strictObject({
  slug: z.string({ error: code("notFound") }).refine(isSlug, code("notFound")),
  fileId: rowId,
});
