import { z } from "zod";
import { isReference } from "@/db/reference/lists";

/** Filters of the outcomes as they stand in the address; what cannot be read is left out. */
export const outcomeFilters = z.object({
  kind: z
    .string()
    .refine((slug) => slug === "" || isReference("agreementKinds", slug))
    .catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type OutcomeFilters = z.infer<typeof outcomeFilters>;
