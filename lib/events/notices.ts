import { tellingOwners } from "@/lib/entries/owner-notices";
import { EVENTS } from "./event";

/** What those who keep an event hear of it, and of an edit of it; what it opens is its page unless told otherwise (`to`). */
export const tellKeepers = tellingOwners(EVENTS, {
  "event.submitted": {},
  "event.published": { owner: "eventPublished" },
  "event.changes-requested": { owner: "eventChangesRequested" },
  "event.refused": { owner: "eventRefused" },
});
