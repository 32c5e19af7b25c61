import "server-only";
import type { Transaction } from "@/db/client";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { requireReadyToShow } from "./completeness";
import { findIdentitiesOf, requireNamelessFile } from "./identity.queries";
import { tellOwner } from "./notices";
import { PROJECTS, type ProjectContent } from "./project";
import { findShown } from "./shown.queries";
import { acceptedContact } from "./sight.queries";

type LockedProject = LockedEntry<"project">;

const findIdentities = (
  tx: Transaction,
  project: LockedProject,
  content: Partial<ProjectContent>,
) => findIdentitiesOf(tx, { ...project, content });

/** What is a project's own in the life of an entry. */
export const PROJECT_VERBS: NounVerbs = {
  ...PROJECTS,
  contact: acceptedContact,
  derive(tx: Transaction, project: LockedProject) {
    return findShown(tx, project);
  },
  async requireReady(tx: Transaction, project: LockedProject, content: ProjectContent) {
    requireReadyToShow(content, await findIdentities(tx, project, content));
  },
  requireFile: (tx, project: LockedProject, file) => requireNamelessFile(tx, project, file),
  tellOwner,
  findIdentities,
};
