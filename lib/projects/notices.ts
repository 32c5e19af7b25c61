import { tellingOwners } from "@/lib/entries/owner-notices";
import { PROJECTS } from "./project";

/** Tells a project's owner what happens to it, and to an edit of it; what it opens is the project's page unless told otherwise (`to`). */
export const tellOwner = tellingOwners(PROJECTS, {
  "project.submitted": { owner: "projectSubmitted" },
  "project.published": { owner: "projectPublished" },
  "project.changes-requested": { owner: "projectChangesRequested" },
  "project.refused": { owner: "projectRefused" },
  "project.deadline-warned": { owner: "deadlineSoon" },
  "project.expired": { owner: "projectExpired" },
});
