import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { referenceItem } from "@/db/reference/lists";
import { applicationMessages } from "@/db/schema/applications";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { openLink } from "@/lib/passwords/mutations";
import { openApplicationLink } from "../access.mutations";
import { applicationEvent } from "../application-event";
import { tellAdmitted, tellApplicant } from "../notices";
import { changeApplication } from "../versions.mutations";
import { admitApplicant } from "./admission.mutations";
import {
  type HeldApplication,
  holdApplication,
  holdOpenApplication,
  holdOwnApplication,
  refuseIfTaken,
} from "./desk.queries";
import {
  canDecideApplication,
  canNoteOnApplication,
  canReleaseApplication,
  canResumeReview,
  canTakeApplication,
} from "./policy";

type ApplicationVersion = { applicationId: string; version: number };

/**
 * Takes what nobody reads yet, or takes over from the colleague named by `from`. What one has taken already stays so.
 * Throws as `holdOpenApplication`, and `takenByColleague`, `answerAwaited`, `conflict`.
 */
export async function takeApplication(
  tx: Transaction,
  viewer: Viewer,
  input: ApplicationVersion & { from?: string | undefined },
): Promise<void> {
  const application = await holdOpenApplication(tx, viewer, input.applicationId);
  const { state, takenBy } = application;
  if (state === "under-review" && takenBy === viewer.accountId) return;
  await refuseIfTaken(tx, viewer, application, input.from);
  authorize(state !== "info-requested", "answerAwaited");
  authorize(canTakeApplication(viewer, application), "moveNotAllowed");
  authorize(application.version === input.version, "conflict");
  await changeApplication(tx, application, takenNow(viewer));
  const isTakeOver = state === "under-review";
  const name = isTakeOver ? "application.taken-over" : "application.taken";
  await record(tx, viewer, applicationEvent(name, application));
}

/** Leaves what one has taken to the others again, as it was handed in. Throws as `holdOwnApplication`. */
export async function releaseApplication(
  tx: Transaction,
  viewer: Viewer,
  input: ApplicationVersion,
): Promise<void> {
  const application = await holdOwnApplication(tx, viewer, input);
  authorize(canReleaseApplication(viewer, application));
  await changeApplication(tx, application, { state: "submitted", takenBy: null, takenAt: null });
  await record(tx, viewer, applicationEvent("application.released", application));
}

/**
 * Goes on without the answer that was asked for; whoever does so has it from now on.
 * Throws as `takeApplication`, and `moveNotAllowed` when no answer is awaited.
 */
export async function resumeReview(
  tx: Transaction,
  viewer: Viewer,
  input: ApplicationVersion,
): Promise<void> {
  const application = await holdOpenApplication(tx, viewer, input.applicationId);
  if (application.state === "under-review") await refuseIfTaken(tx, viewer, application);
  authorize(canResumeReview(viewer, application), "moveNotAllowed");
  authorize(application.version === input.version, "conflict");
  await changeApplication(tx, application, takenNow(viewer));
  await record(tx, viewer, applicationEvent("application.resumed", application));
}

/** Asks the applicant for more, in words they read in a mail and on their page. Throws as `holdOwnApplication`. */
export async function askForMore(
  tx: Transaction,
  viewer: Viewer,
  input: ApplicationVersion & { words: string },
): Promise<void> {
  const application = await holdOwnApplication(tx, viewer, input);
  authorize(canDecideApplication(viewer, application));
  const { words } = input;
  if (words.trim() === "") throw new AppError("required", { field: "words" });
  await changeApplication(tx, application, { state: "info-requested" });
  await keepMessage(tx, viewer, application, "question", words);
  const to = await openApplicationLink(tx, application);
  await record(tx, viewer, applicationEvent("application.info-requested", application), {
    decision: { verdict: "info-requested", words },
    tell: tellApplicant(application, { words, to }),
  });
}

/**
 * Makes the applicant a member, with their organisation and a link to sign in for the first time, all or nothing.
 * `organisation` is `new` or the id of the one they join. Throws as `holdOwnApplication` and `admitApplicant`.
 */
export async function approveApplication(
  tx: Transaction,
  viewer: Viewer,
  input: ApplicationVersion & { organisation: string; words: string },
): Promise<void> {
  const application = await holdOwnApplication(tx, viewer, input);
  authorize(canDecideApplication(viewer, application));
  const { organisation, words } = input;
  const { accountId } = await admitApplicant(tx, viewer, application, organisation);
  await changeApplication(tx, application, { state: "approved", accountId, decidedAt: sql`now()` });
  const token = await openLink(tx, { accountId, purpose: "first-sign-in" });
  const letter = () => ({ to: `/welcome?token=${token}` });
  await record(tx, viewer, applicationEvent("application.approved", application), {
    decision: { verdict: "approved", words },
    tell: tellAdmitted(accountId, { words }, letter),
  });
}

/**
 * Refuses with a reason of `reasonsApplicationRefusal`, which the applicant reads in their language.
 * Throws as `holdOwnApplication`, and `notInList`, `wordsNeeded`.
 */
export async function refuseApplication(
  tx: Transaction,
  viewer: Viewer,
  input: ApplicationVersion & { reasonCode: string; words: string },
): Promise<void> {
  const application = await holdOwnApplication(tx, viewer, input);
  authorize(canDecideApplication(viewer, application));
  const { reasonCode, words } = input;
  const reason = referenceItem("reasonsApplicationRefusal", reasonCode);
  if (!reason) throw new AppError("notInList", { field: "refusalReason" });
  if (reason.requiresText && words.trim() === "") {
    throw new AppError("wordsNeeded", { field: "words" });
  }
  await changeApplication(tx, application, { state: "refused", decidedAt: sql`now()` });
  const told = {
    words,
    reason: { reason: reasonCode, list: "reasonsApplicationRefusal" },
  } as const;
  const to = await openApplicationLink(tx, application);
  const data = { applicationReason: reasonCode };
  await record(tx, viewer, applicationEvent("application.refused", application, data), {
    decision: { verdict: "refused", reasonCode, words },
    tell: tellApplicant(application, { ...told, to }),
  });
}

/** Notes something for the club team, in any state; the applicant never reads it. Throws `notFound`. */
export async function addNote(
  tx: Transaction,
  viewer: Viewer,
  input: { applicationId: string; words: string },
): Promise<void> {
  const application = await holdApplication(tx, viewer, input.applicationId);
  authorize(canNoteOnApplication(viewer, application));
  await keepMessage(tx, viewer, application, "note", input.words);
  await record(tx, viewer, applicationEvent("application.noted", application));
}

function takenNow(viewer: Viewer) {
  return { state: "under-review", takenBy: viewer.accountId, takenAt: sql`now()` } as const;
}

async function keepMessage(
  tx: Transaction,
  viewer: Viewer,
  application: HeldApplication,
  kind: "question" | "note",
  words: string,
): Promise<void> {
  const authorId = viewer.accountId;
  await tx
    .insert(applicationMessages)
    .values({ applicationId: application.id, kind, words, authorId });
}
