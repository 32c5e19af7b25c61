import { tellingOwners } from "@/lib/entries/owner-notices";
import { HERITAGE } from "./heritage";

/** Nobody but administrators keeps an item, and nobody hears of what they do with it. */
export const tellKeepers = tellingOwners(HERITAGE, {
  "heritage.submitted": {},
  "heritage.published": {},
  "revision.published": {},
});
