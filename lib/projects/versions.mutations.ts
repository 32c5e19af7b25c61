import "server-only";
import { and, eq, isNull, max } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { VersionCause } from "@/db/enums";
import { entryFiles, entryVersions } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { canReadHistory } from "@/lib/entries/policy";
import { lockProject } from "./locked.queries";
import { contentOf, type ProjectContent } from "./project";
import { projectEvent } from "./project-event";

/**
 * Keeps the text of a project as it stands in the transaction, with the keys of its files: each one that goes online,
 * and each that was restored (then given as `restored`). `onlyIfFirst` keeps what was online before versions were.
 * Gives the version's number, null when none was needed. Throws `notFound`.
 */
export async function keepVersion(
  tx: Transaction,
  viewer: Viewer,
  input: {
    projectId: string;
    cause: VersionCause;
    restored?: { content: ProjectContent; stale: StaleMarks };
    onlyIfFirst?: boolean;
  },
): Promise<number | null> {
  const project = await lockProject(tx, input.projectId);
  authorize(canReadHistory(viewer, project));
  const [last] = await tx
    .select({ number: max(entryVersions.number) })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, project.id));
  const number = (last?.number ?? 0) + 1;
  const { cause, restored, onlyIfFirst } = input;
  if (onlyIfFirst && number > 1) return null;
  const files = await tx
    .select({ id: entryFiles.id })
    .from(entryFiles)
    .where(and(eq(entryFiles.entryId, project.id), isNull(entryFiles.removedAt)));
  await tx.insert(entryVersions).values({
    entryId: project.id,
    number,
    cause,
    content: restored?.content ?? contentOf(project),
    stale: restored?.stale ?? project.stale,
    files: files.map(({ id }) => id),
    authorId: onlyIfFirst ? null : viewer.accountId,
    ...(onlyIfFirst && project.publishedAt ? { createdAt: project.publishedAt } : {}),
  });
  await record(tx, viewer, projectEvent("project.version-kept", project, { number, cause }));
  return number;
}
