import type { ApplicationState } from "@/db/enums";
import { DAY_MS } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";

/** The life of an application. The database refuses every other move. */
export const APPLICATION_MOVES: Record<ApplicationState, readonly ApplicationState[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["under-review", "withdrawn"],
  "under-review": ["submitted", "info-requested", "approved", "refused", "withdrawn"],
  "info-requested": ["under-review", "withdrawn"],
  approved: [],
  refused: [],
  withdrawn: [],
};

/** An application that is not ended: a person has one at most. */
export const OPEN_APPLICATION_STATES = [
  "draft",
  "submitted",
  "under-review",
  "info-requested",
] as const;

/** What decides about an application: where it stands and who of the club team reads it. */
export type ApplicationFacts = { id: string; state: ApplicationState; takenBy: string | null };

/** The holder of a key to one application (mailed link or browser), who has no account. */
export type Applicant = { applicationId: string };

const isApplicantOf = (applicant: Applicant | null, application: ApplicationFacts) =>
  applicant?.applicationId === application.id;

const movesTo = (application: ApplicationFacts, to: ApplicationState) =>
  APPLICATION_MOVES[application.state].includes(to);

/** Whoever holds its key, in every state; the club team reads by `canReadApplication`. */
export function canSeeApplication(applicant: Applicant | null, application: ApplicationFacts) {
  return isApplicantOf(applicant, application);
}

/** A draft only: what was handed in changes no more. */
export function canEditApplication(applicant: Applicant | null, application: ApplicationFacts) {
  return isApplicantOf(applicant, application) && application.state === "draft";
}

/** A draft only; what was handed in is answered, never handed in again. */
export function canSubmitApplication(applicant: Applicant | null, application: ApplicationFacts) {
  return isApplicantOf(applicant, application) && application.state === "draft";
}

/** Only while the club team is waiting for an answer. */
export function canAnswerApplication(applicant: Applicant | null, application: ApplicationFacts) {
  return isApplicantOf(applicant, application) && application.state === "info-requested";
}

/** Its applicant, until it is decided; a draft too. */
export function canWithdrawApplication(applicant: Applicant | null, application: ApplicationFacts) {
  return isApplicantOf(applicant, application) && movesTo(application, "withdrawn");
}

/** After a refusal or a withdrawal, with what was typed then. */
export function canReapply(applicant: Applicant | null, application: ApplicationFacts) {
  return (
    isApplicantOf(applicant, application) && ["refused", "withdrawn"].includes(application.state)
  );
}

/** Days without a change after which an application that came to nothing is erased. */
export const KEPT_DAYS = {
  draft: PROMISES.draftDays,
  ended: Math.ceil((PROMISES.endedMonths * 365) / 12),
} as const;

/** Whether the portal may erase it: a draft (that no key opens) or a refused or withdrawn one after what `PROMISES` say. */
export function isPastKeeping(
  { state, updatedAt }: { state: ApplicationState; updatedAt: Date },
  now: Date,
): boolean {
  const days = (now.getTime() - updatedAt.getTime()) / DAY_MS;
  if (state === "draft") return days > KEPT_DAYS.draft;
  return (state === "refused" || state === "withdrawn") && days > KEPT_DAYS.ended;
}
