import { z } from "zod";
import { ENTRY_LEVELS } from "@/db/enums";
import type { ErrorCode } from "@/lib/core/errors";
import { choice, rowId } from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";

const code = (value: ErrorCode) => value;

const file = {
  slug: z.string({ error: code("notFound") }).refine(isSlug, code("notFound")),
  fileId: rowId,
};

export const removeFileInput = z.strictObject(file);

/** `before` is the level that the page showed. */
export const setFileLevelInput = z.strictObject({
  ...file,
  before: choice(ENTRY_LEVELS),
  level: choice(ENTRY_LEVELS),
});
