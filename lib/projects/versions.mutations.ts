import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import * as entry from "@/lib/entries/restoring.mutations";
import { PROJECT_VERBS } from "./noun.queries";

/**
 * Puts an older text back: into the draft, or into the edit beside the live text. `missing` names what was attached then
 * and is gone. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export const restoreVersion = (
  tx: Transaction,
  viewer: Viewer,
  {
    projectId: id,
    ...input
  }: { projectId: string; number: number; revisionId: string | null; version: number },
) => entry.restoreVersion(tx, viewer, PROJECT_VERBS, { id, ...input });
