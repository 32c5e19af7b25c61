import "server-only";
import type { Transaction } from "@/db/client";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { requireReadyToShow } from "./completeness";
import { findIdentitiesOf, requireNamelessFile } from "./identity.queries";
import { listNewlyOnline } from "./newly-online.queries";
import { tellOwner, tellPublished } from "./notices";
import { PROJECTS, type ProjectContent } from "./project";
import { findShown } from "./shown.queries";
import { acceptedContact } from "./sight.queries";

type LockedProject = LockedEntry<"project">;

/** What is a project's own in the life of an entry. */
export const PROJECT_VERBS: NounVerbs = {
  ...PROJECTS,
  contact: acceptedContact,
  derive(tx: Transaction, project: LockedProject) {
    return findShown(tx, project);
  },
  async requireReady(tx: Transaction, project: LockedProject, content: ProjectContent) {
    requireReadyToShow(content, await findIdentitiesOf(tx, { ...project, content }));
  },
  requireFile: requireNamelessFile,
  tellOwner,
  async tellOnline(tx: Transaction, project: LockedProject, content: ProjectContent) {
    return tellPublished(project, await listNewlyOnline(tx, project, content));
  },
};
