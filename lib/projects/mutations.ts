import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { ProfileType, ProgressState } from "@/db/enums";
import { entries, entryRevisions } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { chooseSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { changeEntry } from "@/lib/entries/changes.mutations";
import {
  canArchiveEntry,
  canDecideEntry,
  canEditEntry,
  canReopenEntry,
  canSubmitEntry,
  canWithdrawEntry,
  OPEN_REVISION_STATES,
} from "@/lib/entries/policy";
import { slugOfTitle } from "@/lib/search/latin-address";
import { requireReadyToShow } from "./completeness";
import { type Reasoned, requireReason } from "./decision-reason";
import { findIdentitiesOf } from "./identity.queries";
import { type LockedProject, lockOwnProject, lockProject, requireToDecide } from "./locked.queries";
import { listNewlyOnline } from "./newly-online.queries";
import { reasonFacts, tellOwner, tellPublished } from "./notices";
import { canDraftProject, canSetProgress } from "./policy";
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
  const first = { slug, ownerId: viewer.memberId, profileType, originalLocale, title };
  const project = await insertEntry(tx, "project", first);
  await record(tx, viewer, projectEvent("project.drafted", project));
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
  authorize(canEditEntry(viewer, project), "moveNotAllowed");
  const before = contentOf(project);
  const { content, stale } = contentAfter(before, project.stale, input, viewer);
  const shown = await findShown(tx, { ...project, ...content });
  const event = projectEvent("project.saved", project);
  await changeEntry(tx, viewer, project, { ...content, stale, ...shown }, event);
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
  authorize(canSubmitEntry(viewer, project), "moveNotAllowed");
  const content = contentOf(project);
  requireReadyToShow(content, await findIdentitiesOf(tx, { ...project, content }));
  const slug = isDraftSlug(project.slug) ? await slugFor(tx, project) : project.slug;
  const handedIn = { moderation: "submitted", submittedAt: sql`now()`, slug } as const;
  await changeEntry(tx, viewer, project, handedIn, projectEvent("project.submitted", project), {
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
  authorize(canWithdrawEntry(viewer, project), "moveNotAllowed");
  const event = projectEvent("project.withdrawn", project, { from: project.moderation });
  await changeEntry(tx, viewer, project, { moderation: "withdrawn" }, event);
  await dropOpenRevision(tx, project);
  return { wasOnline: project.moderation === "published" };
}

/** Makes a withdrawn project a draft again. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function reopenProject(tx: Transaction, viewer: Viewer, input: ProjectVersion) {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canReopenEntry(viewer, project), "moveNotAllowed");
  const event = projectEvent("project.reopened", project);
  await changeEntry(tx, viewer, project, { moderation: "draft", submittedAt: null }, event);
}

/** Puts a project away for good, with its open edit; tells whether it was online. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function archiveProject(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion,
): Promise<{ wasOnline: boolean }> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canArchiveEntry(viewer, project), "moveNotAllowed");
  const event = projectEvent("project.archived", project, { from: project.moderation });
  await changeEntry(tx, viewer, project, { moderation: "archived", lastRead: null }, event);
  await dropOpenRevision(tx, project);
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
  const data = { from: project.progress, to: progress, acceptingInterests };
  const event = projectEvent("project.progress-set", project, data);
  await changeEntry(tx, viewer, project, { progress, acceptingInterests }, event);
}

/**
 * The club team puts a project online and its owner is told.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export async function publishProject(tx: Transaction, viewer: Viewer, input: ProjectVersion) {
  const project = await lockForDecision(tx, viewer, input);
  authorize(canDecideEntry(viewer, project));
  const shown = await findShown(tx, project);
  const online = { moderation: "published", publishedAt: sql`now()`, lastRead: null } as const;
  const event = projectEvent("project.published", project);
  await changeEntry(tx, viewer, project, { ...shown, ...online }, event, {
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
  authorize(canDecideEntry(viewer, project));
  const list = "reasonsChangesRequested";
  requireReason(list, input);
  const { reasonCode, words } = input;
  const to = `/projects/${project.slug}/edit`;
  const sentBack = { moderation: "changes-requested", lastRead: contentOf(project) } as const;
  const event = projectEvent("project.changes-requested", project, { reasonCode });
  await changeEntry(tx, viewer, project, sentBack, event, {
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
  authorize(canDecideEntry(viewer, project));
  const list = "reasonsProjectRefusal";
  requireReason(list, input);
  const { reasonCode, words } = input;
  const event = projectEvent("project.refused", project, { reasonCode });
  await changeEntry(tx, viewer, project, { moderation: "refused", lastRead: null }, event, {
    decision: { verdict: "refused", reasonCode, words },
    tell: tellOwner(project, reasonFacts(list, input)),
  });
}

async function lockForDecision(tx: Transaction, viewer: Viewer, input: ProjectVersion) {
  const project = await lockProject(tx, input.projectId);
  requireToDecide(viewer, project, { ...project, state: project.moderation }, input);
  return project;
}

/** A project that is no longer to be seen keeps no edit waiting; one taken back may come again, to who had read it. */
async function dropOpenRevision(tx: Transaction, project: LockedProject): Promise<void> {
  const isOpen = inArray(entryRevisions.state, OPEN_REVISION_STATES);
  await tx
    .update(entryRevisions)
    .set({ state: "withdrawn", lastRead: null, version: sql`version + 1`, updatedAt: sql`now()` })
    .where(and(eq(entryRevisions.entryId, project.id), isOpen));
}

/** The address the title gives; two projects with one title wait for each other. */
async function slugFor(tx: Transaction, { title, originalLocale }: LockedProject): Promise<string> {
  const base = slugOfTitle(title, originalLocale);
  return chooseSlug("project", base, await takenSlugs(tx, entries.slug, base));
}
