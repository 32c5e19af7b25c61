import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { entryRevisions } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { changeEntry } from "@/lib/entries/changes.mutations";
import {
  canDecideRevision,
  canEditRevision,
  canSubmitRevision,
  canWithdrawRevision,
  ownsEntry,
} from "@/lib/entries/policy";
import { requireReadyToShow } from "./completeness";
import { type Reasoned, requireReason } from "./decision-reason";
import { findIdentitiesOf } from "./identity.queries";
import {
  type LockedProject,
  lockOpenRevision,
  lockProject,
  requireToDecide,
  revisionColumns,
} from "./locked.queries";
import { listNewlyOnline } from "./newly-online.queries";
import { reasonFacts, tellOwner, tellPublished } from "./notices";
import { type ContentSave, contentAfter, contentOf, proposedOf, readContent } from "./project";
import { revisionEvent } from "./project-event";
import { findShown } from "./shown.queries";
import { keepVersion } from "./versions.mutations";

type RevisionVersion = { revisionId: string; version: number };
type Revision = NonNullable<Awaited<ReturnType<typeof lockOpenRevision>>>;

/**
 * Keeps a part of the one open edit of a published project and begins it when there is none: then `revisionId` is null
 * and `version` the project's, else the edit's. The live text stays. Gives the edit's key and the version it now has.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function proposeRevision(
  tx: Transaction,
  viewer: Viewer,
  input: {
    projectId: string;
    revisionId: string | null;
    version: number;
  } & ContentSave,
): Promise<{ revisionId: string; version: number }> {
  const project = await lockProject(tx, input.projectId);
  authorize(ownsEntry(viewer, project));
  const open = await lockOpenRevision(tx, project);
  authorize((open?.id ?? null) === input.revisionId, "conflict");
  authorize((open ?? project).version === input.version, "conflict");
  const facts = { ...project, revision: open?.state ?? null };
  authorize(canEditRevision(viewer, facts), "moveNotAllowed");
  const before = open ? open.content : contentOf(project);
  const { content, stale } = contentAfter(before, (open ?? project).stale, input, viewer);
  const revision = open ?? (await beginRevision(tx, project));
  await changeRevision(tx, revision, { content, stale });
  await record(tx, viewer, revisionEvent("revision.proposed", revision));
  return { revisionId: revision.id, version: revision.version + 1 };
}

/**
 * Hands an edit in. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field `required`, `originalNeeded`,
 * `dayPassed`, `deadlineTooFar`, `identifiesOwner` (with what was `found`).
 */
export async function submitRevision(
  tx: Transaction,
  viewer: Viewer,
  input: RevisionVersion,
): Promise<{ slug: string }> {
  const { project, revision } = await lockOwn(tx, viewer, input);
  const facts = { ...project, revision: revision.state };
  authorize(canSubmitRevision(viewer, facts), "moveNotAllowed");
  const { content } = revision;
  requireReadyToShow(content, await findIdentitiesOf(tx, { ...project, content }));
  await changeRevision(tx, revision, { state: "submitted", submittedAt: sql`now()` });
  await record(tx, viewer, revisionEvent("revision.submitted", revision));
  return { slug: project.slug };
}

/** Drops an open edit. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function withdrawRevision(
  tx: Transaction,
  viewer: Viewer,
  input: RevisionVersion,
): Promise<{ slug: string }> {
  const { project, revision } = await lockOwn(tx, viewer, input);
  const facts = { ...project, revision: revision.state };
  authorize(canWithdrawRevision(viewer, facts), "moveNotAllowed");
  await changeRevision(tx, revision, { state: "withdrawn", lastRead: null });
  await record(tx, viewer, revisionEvent("revision.withdrawn", revision));
  return { slug: project.slug };
}

/**
 * The club team puts an edit in the place of the live text and the owner is told. Progress and openness to interests
 * stay as they are. Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export async function publishRevision(
  tx: Transaction,
  viewer: Viewer,
  input: RevisionVersion,
): Promise<void> {
  const { project, revision } = await lockForDecision(tx, viewer, input);
  authorize(canDecideRevision(viewer, { ...project, revision: revision.state }), "moveNotAllowed");
  const { id: projectId } = project;
  await keepVersion(tx, viewer, { projectId, cause: "published", onlyIfFirst: true });
  await changeRevision(tx, revision, { state: "published", lastRead: null });
  const content = proposedOf(revision.content);
  const shown = await findShown(tx, { ...project, ...content });
  const online = await listNewlyOnline(tx, project, content);
  const event = revisionEvent("revision.published", revision);
  await changeEntry(tx, viewer, project, { ...content, ...shown, stale: revision.stale }, event, {
    decision: { verdict: "published" },
    tell: tellPublished({ ...project, ...content }, online),
  });
  await keepVersion(tx, viewer, { projectId, cause: "revised" });
}

/**
 * The club team sends an edit back with a reason of `reasonsChangesRequested`; the live text stays.
 * Throws as `publishRevision`, and `notInList`, `wordsNeeded`.
 */
export async function requestRevisionChanges(
  tx: Transaction,
  viewer: Viewer,
  input: RevisionVersion & Reasoned,
): Promise<void> {
  const { project, revision } = await lockForDecision(tx, viewer, input);
  authorize(canDecideRevision(viewer, { ...project, revision: revision.state }), "moveNotAllowed");
  const list = "reasonsChangesRequested";
  requireReason(list, input);
  const { content: lastRead } = revision;
  await changeRevision(tx, revision, { state: "changes-requested", lastRead });
  const { reasonCode, words } = input;
  const to = `/projects/${project.slug}/edit`;
  await record(tx, viewer, revisionEvent("revision.changes-requested", revision, { reasonCode }), {
    decision: { verdict: "changes-requested", reasonCode, words },
    tell: tellOwner(project, { ...reasonFacts(list, input), to }),
  });
}

/**
 * The club team refuses an edit with a reason of `reasonsProjectRefusal`; the live text stays.
 * Throws as `publishRevision`, and `notInList`, `wordsNeeded`.
 */
export async function refuseRevision(
  tx: Transaction,
  viewer: Viewer,
  input: RevisionVersion & Reasoned,
): Promise<void> {
  const { project, revision } = await lockForDecision(tx, viewer, input);
  authorize(canDecideRevision(viewer, { ...project, revision: revision.state }), "moveNotAllowed");
  const list = "reasonsProjectRefusal";
  requireReason(list, input);
  await changeRevision(tx, revision, { state: "refused", lastRead: null });
  const { reasonCode, words } = input;
  await record(tx, viewer, revisionEvent("revision.refused", revision, { reasonCode }), {
    decision: { verdict: "refused", reasonCode, words },
    tell: tellOwner(project, reasonFacts(list, input)),
  });
}

/** The project is locked first, as every other move does, so that two of them wait instead of blocking each other. */
async function lockRevision(tx: Transaction, revisionId: string) {
  const isThis = eq(entryRevisions.id, revisionId);
  const [known] = await tx
    .select({ entryId: entryRevisions.entryId })
    .from(entryRevisions)
    .where(isThis);
  if (!known) throw new AppError("notFound");
  const project = await lockProject(tx, known.entryId);
  const [revision] = await tx
    .select(revisionColumns)
    .from(entryRevisions)
    .where(isThis)
    .for("no key update");
  if (!revision) throw new AppError("notFound");
  const content = readContent(revision.content, contentOf(project));
  return { project, revision: { ...revision, content } };
}

async function lockOwn(tx: Transaction, viewer: Viewer, input: RevisionVersion) {
  const { project, revision } = await lockRevision(tx, input.revisionId);
  authorize(ownsEntry(viewer, project));
  authorize(revision.version === input.version, "conflict");
  return { project, revision };
}

async function lockForDecision(tx: Transaction, viewer: Viewer, input: RevisionVersion) {
  const { project, revision } = await lockRevision(tx, input.revisionId);
  requireToDecide(viewer, project, revision, input);
  return { project, revision };
}

async function beginRevision(tx: Transaction, project: LockedProject): Promise<Revision> {
  const content = contentOf(project);
  const [row] = await tx
    .insert(entryRevisions)
    .values({ entryId: project.id, content })
    .returning(revisionColumns);
  if (!row) throw new Error("no revision was made");
  return { ...row, content };
}

async function changeRevision(
  tx: Transaction,
  { id, version }: Revision,
  values: PgUpdateSetSource<typeof entryRevisions>,
): Promise<void> {
  const changed = await tx
    .update(entryRevisions)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(entryRevisions.id, id), eq(entryRevisions.version, version)))
    .returning({ id: entryRevisions.id });
  authorize(changed.length === 1, "conflict");
}
