import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type LockedEntry, lockEntry, lockOwnEntry } from "@/lib/entries/locked.queries";

export type LockedProject = LockedEntry<"project">;

/** A project with its owner, held until the transaction ends. Throws `notFound`. */
export const lockProject = (tx: Transaction, projectId: string): Promise<LockedProject> =>
  lockEntry(tx, "project", projectId);

/** One's own project as a form has it. Throws `notFound` for anybody else's, `conflict` when it has changed. */
export const lockOwnProject = (
  tx: Transaction,
  viewer: Viewer,
  { projectId: id, version }: { projectId: string; version: number },
): Promise<LockedProject> => lockOwnEntry(tx, viewer, "project", { id, version });
