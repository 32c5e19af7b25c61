import { z } from "zod";
import { pageNumber } from "@/lib/core/text/fields";
import { isPlannedTask } from "./job-words";

/** Filters of the runs as they stand in the address; what cannot be read is left out. */
export const runFilters = z.object({
  task: z.string().refine(isPlannedTask).or(z.literal("")).catch(""),
  /** Only what went wrong. */
  failed: z.literal("yes").or(z.literal("")).catch(""),
  page: pageNumber,
});

export type RunFilters = z.infer<typeof runFilters>;
