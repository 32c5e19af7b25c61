import { z } from "zod";
import { isReference } from "@/db/reference/lists";
import { pageNumber } from "@/lib/core/text/fields";

/** Filters of the outcomes as they stand in the address; what cannot be read is left out. */
export const outcomeFilters = z.object({
  kind: z
    .string()
    .refine((slug) => slug === "" || isReference("agreementKinds", slug))
    .catch(""),
  page: pageNumber,
});

export type OutcomeFilters = z.infer<typeof outcomeFilters>;
