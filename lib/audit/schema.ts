import { z } from "zod";
import { optionalDay, pageNumber } from "@/lib/core/text/fields";

const asked = z.string().trim().max(200).catch("");
const day = optionalDay.transform((value) => value ?? "").catch("");
const key = z.uuid().or(z.literal("")).catch("");

/** No further can one turn the pages of the trail. */
export const MOST_PAGES = 50;

/** Filters of the trail as they stand in the address; what cannot be read is left out. */
export const trailFilters = z.object({
  name: asked,
  /** A name, an address, or the key of an account. */
  actor: asked,
  /** A part of what the thing is called that it happened to. */
  title: asked,
  subject: key,
  from: day,
  to: day,
  page: pageNumber.transform((page) => Math.min(page, MOST_PAGES)),
});

export type TrailFilters = z.infer<typeof trailFilters>;
