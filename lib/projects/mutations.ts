import "server-only";
import type { Transaction } from "@/db/client";
import type { ProfileType, ProgressState } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { draftEntry } from "@/lib/entries/drafts.mutations";
import { entryEvent } from "@/lib/entries/entry-event";
import { closeEntry, submitEntry } from "@/lib/entries/verbs.mutations";
import { lockOwnProject } from "./locked.queries";
import { PROJECT_VERBS } from "./noun.queries";
import { canDraftProject, canSetProgress } from "./policy";

type ProjectVersion = { projectId: string; version: number };

type FirstPage = {
  profileType: ProfileType;
  originalLocale: Locale;
  title: string;
  sought: string;
  offered: string;
  deadline: string | null;
  /** That members see who proposes it. */
  isNamed: boolean;
};

/** Begins a project with what the first page asks. Gives the key and the address of the draft. Throws `notFound`. */
export async function draftProject(
  tx: Transaction,
  viewer: Viewer,
  input: FirstPage,
): Promise<{ id: string; slug: string }> {
  authorize(canDraftProject(viewer));
  const { profileType, originalLocale, deadline } = input;
  const written = (text: string) => (text ? { [originalLocale]: text } : {});
  return draftEntry(tx, viewer, "project", {
    ownerId: viewer.memberId,
    profileType,
    originalLocale,
    title: written(input.title),
    sought: written(input.sought),
    offered: written(input.offered),
    deadline,
    ownerLevel: input.isNamed ? "members" : "contacts",
  });
}

/**
 * Hands a finished project in and fixes its address. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field
 * `required`, `notChosen`, `originalNeeded`, `dayPassed`, `deadlineTooFar`, `identifiesOwner` (with what was `found`).
 */
export const submitProject = (tx: Transaction, viewer: Viewer, input: ProjectVersion) =>
  submitEntry(tx, viewer, PROJECT_VERBS, keyOf(input));

/** Takes a project back in any state before its end; tells whether it was online. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export const withdrawProject = (tx: Transaction, viewer: Viewer, input: ProjectVersion) =>
  closeEntry(tx, viewer, PROJECT_VERBS, { ...keyOf(input), to: "withdrawn" });

/** Puts a project away for good; tells whether it was online. Throws as `withdrawProject`. */
export const archiveProject = (tx: Transaction, viewer: Viewer, input: ProjectVersion) =>
  closeEntry(tx, viewer, PROJECT_VERBS, { ...keyOf(input), to: "archived" });

const keyOf = ({ projectId: id, version }: ProjectVersion) => ({ id, version });

/**
 * Says how far a published project has come and whether it is open to interests; no review is needed.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function setProgress(
  tx: Transaction,
  viewer: Viewer,
  input: ProjectVersion & { progress: ProgressState; acceptingInterests: boolean },
): Promise<{ hasMoved: boolean }> {
  const project = await lockOwnProject(tx, viewer, input);
  const { progress, acceptingInterests } = input;
  authorize(canSetProgress(viewer, project, progress), "moveNotAllowed");
  const data = { from: project.progress, to: progress, acceptingInterests };
  const event = entryEvent(project, "progress-set", data);
  await changeEntry(tx, viewer, project, { progress, acceptingInterests }, event);
  return { hasMoved: progress !== project.progress };
}
