import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import * as entry from "@/lib/entries/revisions.mutations";
import { PROJECT_VERBS } from "./noun.queries";

/**
 * Hands an edit in. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field `required`, `notChosen`, `originalNeeded`,
 * `dayPassed`, `deadlineTooFar`, `identifiesOwner` (with what was `found`).
 */
export const submitRevision = (tx: Transaction, viewer: Viewer, input: entry.RevisionVersion) =>
  entry.submitRevision(tx, viewer, PROJECT_VERBS, input);
