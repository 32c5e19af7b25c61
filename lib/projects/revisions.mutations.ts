import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { ContentSave } from "@/lib/entries/content";
import * as entry from "@/lib/entries/revisions.mutations";
import { PROJECT_VERBS } from "./noun.queries";
import type { ProjectContent } from "./project";

type RevisionVersion = entry.RevisionVersion;

/**
 * Keeps a part of the one open edit of a published project and begins it when there is none: then `revisionId` is null
 * and `version` the project's. Gives the edit's key and the version it now has. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export const proposeRevision = (
  tx: Transaction,
  viewer: Viewer,
  {
    projectId: id,
    ...edit
  }: {
    projectId: string;
    revisionId: string | null;
    version: number;
  } & ContentSave<ProjectContent>,
) => entry.proposeRevision(tx, viewer, PROJECT_VERBS, { id, ...edit });

/**
 * Hands an edit in. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field `required`, `notChosen`, `originalNeeded`,
 * `dayPassed`, `deadlineTooFar`, `identifiesOwner` (with what was `found`).
 */
export const submitRevision = (tx: Transaction, viewer: Viewer, input: RevisionVersion) =>
  entry.submitRevision(tx, viewer, PROJECT_VERBS, input);
