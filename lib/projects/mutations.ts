import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import type { ModerationState, ProfileType, ProgressState } from "@/db/enums";
import { projectRevisions, projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { chooseSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { slugOfTitle } from "@/lib/search/latin-address";
import { requireReadyToShow } from "./completeness";
import { type Reasoned, requireReason } from "./decision-reason";
import { findIdentitiesOf } from "./identity.queries";
import { type LockedProject, lockOwnProject, lockProject, requireToDecide } from "./locked.queries";
import { listNewlyOnline } from "./newly-online.queries";
import { reasonFacts, tellOwner, tellPublished } from "./notices";
import {
  canArchiveProject,
  canDecideProject,
  canDraftProject,
  canEditProject,
  canReopenProject,
  canSetProgress,
  canSubmitProject,
  canWithdrawProject,
  OPEN_REVISION_STATES,
} from "./policy";
import { type ContentSave, contentAfter, contentOf } from "./project";
import { projectEvent } from "./project-event";
import { draftSlug, isDraftSlug } from "./project-slug";
import { findShown } from "./shown.queries";
import { keepVersion } from "./versions.mutations";

type ProjectVersion = { projectId: string; version: number };

/** Begins a project with what the first page asks. Gives the address of the draft. Throws `notFound`. */
export async function draftProject(
  tx: Transaction,
  viewer: Viewer,
  input: { profileType: ProfileType; originalLocale: Locale; title: string },
): Promise<{ slug: string }> {
  authorize(canDraftProject(viewer));
  const { profileType, originalLocale } = input;
  const title = { [originalLocale]: input.title };
  const slug = draftSlug();
  const [row] = await tx
    .insert(projects)
    .values({ slug, ownerId: viewer.memberId, profileType, originalLocale, title })
    .returning({ id: projects.id });
  if (!row) throw new Error("no project was made");
  await record(tx, viewer, projectEvent("project.drafted", row));
  return { slug };
}

/**
 * Keeps a part of a draft, or of a project that came back for changes; the rest stays as it is. `confirmed` names
 * translations that are still right (`summary.en`), `stamp` who made those that changed, the owner unless told otherwise.
 * Gives the version it now has. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function saveProject(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion & ContentSave,
): Promise<{ version: number }> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canEditProject(viewer, project), "moveNotAllowed");
  const before = contentOf(project);
  const { content, stale } = contentAfter(before, project.stale, input, viewer);
  await changeProject(tx, project, {
    ...content,
    stale,
    ...(await findShown(tx, { ...project, ...content })),
  });
  await record(tx, viewer, projectEvent("project.saved", project));
  return { version: project.version + 1 };
}

/**
 * Hands a finished project in and fixes its address. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field
 * `required`, `originalNeeded`, `dayPassed`, `deadlineTooFar`, `identifiesOwner` (with what was `found`).
 */
export async function submitProject(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion,
): Promise<{ slug: string }> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canSubmitProject(viewer, project), "moveNotAllowed");
  const content = contentOf(project);
  requireReadyToShow(content, await findIdentitiesOf(tx, { ...project, content }));
  const slug = isDraftSlug(project.slug) ? await slugFor(tx, project) : project.slug;
  await changeProject(tx, project, { moderation: "submitted", submittedAt: sql`now()`, slug });
  await record(tx, viewer, projectEvent("project.submitted", project), {
    tell: tellOwner({ ...project, slug }),
  });
  return { slug };
}

/** Takes a project back in any state before its end, with its open edit; tells whether it was online. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function withdrawProject(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion,
): Promise<{ wasOnline: boolean }> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canWithdrawProject(viewer, project), "moveNotAllowed");
  await closeProject(tx, project, "withdrawn");
  await record(
    tx,
    viewer,
    projectEvent("project.withdrawn", project, { from: project.moderation }),
  );
  return { wasOnline: project.moderation === "published" };
}

/** Makes a withdrawn project a draft again. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function reopenProject(tx: Transaction, viewer: Viewer, input: ProjectVersion) {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canReopenProject(viewer, project), "moveNotAllowed");
  await changeProject(tx, project, { moderation: "draft", submittedAt: null });
  await record(tx, viewer, projectEvent("project.reopened", project));
}

/** Puts a project away for good, with its open edit; tells whether it was online. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function archiveProject(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion,
): Promise<{ wasOnline: boolean }> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canArchiveProject(viewer, project), "moveNotAllowed");
  await closeProject(tx, project, "archived");
  await record(tx, viewer, projectEvent("project.archived", project, { from: project.moderation }));
  return { wasOnline: project.moderation === "published" };
}

/**
 * Says how far a published project has come and whether it is open to interests; no review is needed.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function setProgress(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion & { progress: ProgressState; acceptingInterests: boolean },
): Promise<void> {
  const project = await lockOwnProject(tx, viewer, input);
  const { progress, acceptingInterests } = input;
  authorize(canSetProgress(viewer, project, progress), "moveNotAllowed");
  await changeProject(tx, project, { progress, acceptingInterests });
  const data = { from: project.progress, to: progress, acceptingInterests };
  await record(tx, viewer, projectEvent("project.progress-set", project, data));
}

/**
 * The club team puts a project online and its owner is told.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export async function publishProject(tx: Transaction, viewer: Viewer, input: ProjectVersion) {
  const project = await lockForDecision(tx, viewer, input);
  authorize(canDecideProject(viewer, project));
  const shown = await findShown(tx, project);
  await changeProject(tx, project, {
    ...shown,
    moderation: "published",
    publishedAt: sql`now()`,
    lastRead: null,
  });
  await record(tx, viewer, projectEvent("project.published", project), {
    decision: { verdict: "published" },
    tell: tellPublished(project, await listNewlyOnline(tx, project, project)),
  });
  await keepVersion(tx, viewer, { projectId: project.id, cause: "published" });
}

/**
 * The club team sends a project back with a reason of `reasonsChangesRequested`; the owner reads it in their language.
 * Throws as `publishProject`, and `notInList`, `wordsNeeded`.
 */
export async function requestProjectChanges(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion & Reasoned,
): Promise<void> {
  const project = await lockForDecision(tx, viewer, input);
  authorize(canDecideProject(viewer, project));
  const list = "reasonsChangesRequested";
  requireReason(list, input);
  await changeProject(tx, project, {
    moderation: "changes-requested",
    lastRead: contentOf(project),
  });
  const { reasonCode, words } = input;
  const to = `/projects/${project.slug}/edit`;
  await record(tx, viewer, projectEvent("project.changes-requested", project, { reasonCode }), {
    decision: { verdict: "changes-requested", reasonCode, words },
    tell: tellOwner(project, { ...reasonFacts(list, input), to }),
  });
}

/**
 * The club team refuses a project with a reason of `reasonsProjectRefusal`; the owner reads it in their language.
 * Throws as `publishProject`, and `notInList`, `wordsNeeded`.
 */
export async function refuseProject(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion & Reasoned,
): Promise<void> {
  const project = await lockForDecision(tx, viewer, input);
  authorize(canDecideProject(viewer, project));
  const list = "reasonsProjectRefusal";
  requireReason(list, input);
  await changeProject(tx, project, { moderation: "refused", lastRead: null });
  const { reasonCode, words } = input;
  await record(tx, viewer, projectEvent("project.refused", project, { reasonCode }), {
    decision: { verdict: "refused", reasonCode, words },
    tell: tellOwner(project, reasonFacts(list, input)),
  });
}

async function lockForDecision(tx: Transaction, viewer: Viewer, input: ProjectVersion) {
  const project = await lockProject(tx, input.projectId);
  requireToDecide(viewer, project, { ...project, state: project.moderation }, input);
  return project;
}

async function changeProject(
  tx: Transaction,
  { id, version }: LockedProject,
  values: PgUpdateSetSource<typeof projects>,
): Promise<void> {
  const changed = await tx
    .update(projects)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(projects.id, id), eq(projects.version, version)))
    .returning({ id: projects.id });
  authorize(changed.length === 1, "conflict");
}

/** A project that is no longer to be seen keeps no edit waiting; one taken back may come again, to who had read it. */
async function closeProject(
  tx: Transaction,
  project: LockedProject,
  moderation: ModerationState,
): Promise<void> {
  const isForGood = moderation === "archived";
  await changeProject(tx, project, { moderation, ...(isForGood && { lastRead: null }) });
  const isOpen = inArray(projectRevisions.state, OPEN_REVISION_STATES);
  await tx
    .update(projectRevisions)
    .set({ state: "withdrawn", lastRead: null, version: sql`version + 1`, updatedAt: sql`now()` })
    .where(and(eq(projectRevisions.projectId, project.id), isOpen));
}

/** The address the title gives; two projects with one title wait for each other. */
async function slugFor(tx: Transaction, { title, originalLocale }: LockedProject): Promise<string> {
  const base = slugOfTitle(title, originalLocale);
  return chooseSlug("project", base, await takenSlugs(tx, projects.slug, base));
}
