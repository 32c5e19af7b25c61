import { tellingOwners } from "@/lib/entries/owner-notices";
import { PAGES } from "./page";

/** Nobody but administrators keeps a page of the club, and nobody hears of what they do with it. */
export const tellKeepers = tellingOwners(PAGES, {
  "page.submitted": {},
  "page.published": {},
  "revision.published": {},
});
