import { z } from "zod";
import type { ErrorCode } from "@/lib/core/errors";
import { rowId } from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";

const unknown: ErrorCode = "notFound";

const projectSlug = z.string({ error: unknown }).refine(isSlug, unknown);

export const dismissProjectInput = z.strictObject({ slug: projectSlug });

export const dismissCandidateInput = z.strictObject({ slug: projectSlug, candidateId: rowId });

export const recallDismissalInput = z.strictObject({ dismissalId: rowId });
