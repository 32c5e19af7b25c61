import { tellingOwners } from "@/lib/entries/owner-notices";
import { COOPERATIONS } from "./cooperation";

/** What the managers of its parties hear of an agreement, and of an edit of it; what it opens is its page unless told otherwise (`to`). */
export const tellKeepers = tellingOwners(COOPERATIONS, {
  "cooperation.submitted": {},
  "cooperation.published": { owner: "cooperationPublished" },
  "cooperation.changes-requested": { owner: "cooperationChangesRequested" },
  "cooperation.refused": { owner: "cooperationRefused" },
});
