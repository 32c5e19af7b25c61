import "server-only";
import { and, arrayOverlaps, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { applicationMessages, applications } from "@/db/schema/applications";
import { organisations } from "@/db/schema/organisations";
import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import { readTextsInForce } from "@/lib/consents/in-force.queries";
import { recordConsents } from "@/lib/consents/mutations";
import { env } from "@/lib/core/env";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { TypedNames } from "@/lib/members/settled-names";
import { nameKeys } from "@/lib/organisations/names";
import { openApplicationLink } from "./access.mutations";
import { type Fault, faultsOf, listFaults } from "./answer-faults";
import type { ApplicationAnswers } from "./answers";
import { applicationEvent } from "./application-event";
import { mergeAnswers, type SentAnswers, withoutOldTicks, withSettledNames } from "./form-answers";
import type { FormStep, Joining } from "./form-steps";
import { matchKeysOf } from "./match-keys";
import { tellApplicant } from "./notices";
import {
  type Applicant,
  canAnswerApplication,
  canEditApplication,
  canSeeApplication,
  canSubmitApplication,
  canWithdrawApplication,
} from "./policy";
import { readAnswers } from "./stored-answers";
import { changeApplication } from "./versions.mutations";

type ApplicationVersion = { applicationId: string; version: number };
type Saved = {
  version: number;
  faults: Fault[];
  joins: Joining;
  isKnown: boolean;
  proposed: TypedNames | null;
};

/**
 * Keeps the answers of one page in `locale`, whatever they are worth. Gives the version the application now has, what is still
 * missing or wrong on the page, whether the applicant joins an organisation, and whether the club has one of the name or number this page asks. `settlesNames`: the
 * applicant leaves the page, so names go into the fields of their script (`proposed`: to be shown once more).
 * Throws `notFound`, `moveNotAllowed`, `conflict`.
 */
export async function saveAnswers(
  tx: Transaction,
  applicant: Applicant | null,
  input: ApplicationVersion & {
    step: FormStep;
    answers: SentAnswers;
    locale: Locale;
    settlesNames?: boolean;
  },
): Promise<Saved> {
  const application = await lockApplication(tx, applicant, input);
  authorize(canEditApplication(applicant, application), "moveNotAllowed");
  authorize(application.version === input.version, "conflict");
  const texts = input.step === "charter" ? await readTextsInForce(tx) : PORTAL_TEXTS;
  const merged = mergeAnswers(application.answers, input.answers, input.locale, texts);
  const isAsked = input.settlesNames === true && input.step === "identity";
  const { proposed, answers } = isAsked
    ? withSettledNames(merged)
    : { proposed: null, answers: merged };
  await changeApplication(tx, application, { answers });
  await record(tx, null, applicationEvent("application.saved", application));
  const faults = faultsOf(input.step, answers, { ...application, texts });
  const joins = application.joins !== false && (application.isVouched ? "invited" : true);
  const isKnown = !joins && (await isInClub(tx, identityOn(input.step, answers)));
  return { version: application.version + 1, faults, joins, isKnown, proposed };
}

/**
 * Chooses an organisation of the club that has the name or number the applicant typed, to join it instead of describing
 * one; `null` goes back to describing. Throws `notFound`, also for an organisation that was not named, `moveNotAllowed`,
 * `conflict`.
 */
export async function chooseOrganisation(
  tx: Transaction,
  applicant: Applicant | null,
  input: ApplicationVersion & { organisationId: string | null },
): Promise<void> {
  const application = await lockApplication(tx, applicant, input);
  authorize(canEditApplication(applicant, application), "moveNotAllowed");
  authorize(application.version === input.version, "conflict");
  const { organisationId } = input;
  const { answers } = application;
  authorize(organisationId === null || (await isInClub(tx, answers, organisationId)));
  await changeApplication(tx, application, { organisationId, isVouched: false });
  const data = { joins: organisationId !== null };
  await record(tx, null, applicationEvent("application.organisation-chosen", application, data));
}

type Identity = Pick<ApplicationAnswers, "legalName" | "chineseName" | "registrationId">;

/** By what an organisation is known on a page of the form: its names, its number, or nothing. */
function identityOn(step: FormStep, answers: ApplicationAnswers): Identity {
  const { legalName, chineseName, registrationId } = answers;
  if (step === "organisation") return { legalName, chineseName, registrationId };
  return step === "registration" ? { registrationId } : {};
}

/** Whether the club shows an organisation, or the one given, of this name or number. */
async function isInClub(
  tx: Transaction,
  { legalName = "", chineseName = "", registrationId = "" }: Identity,
  organisationId?: string,
): Promise<boolean> {
  const { id, siren, uscc, visibility } = organisations;
  const keys = nameKeys([legalName, chineseName]);
  const isSame = or(
    keys.length > 0 ? arrayOverlaps(organisations.nameKeys, keys) : undefined,
    registrationId ? or(eq(siren, registrationId), eq(uscc, registrationId)) : undefined,
  );
  if (!isSame) return false;
  const isOpen = and(inArray(visibility, ["public", "members"]), isShown(organisations));
  const isAsked = organisationId ? eq(id, organisationId) : undefined;
  const found = await tx
    .select({ id })
    .from(organisations)
    .where(and(isSame, isOpen, isAsked))
    .limit(1);
  return found.length > 0;
}

/**
 * Hands a complete application in: the consents go into the ledger as they were ticked, and the applicant gets a
 * receipt; what another tab has just handed in as it is shown here is handed in. Throws `notFound`, `moveNotAllowed`, `conflict`,
 * and on the field what is missing or wrong.
 */
export async function submitApplication(
  tx: Transaction,
  applicant: Applicant | null,
  input: ApplicationVersion,
): Promise<void> {
  const application = await lockApplication(tx, applicant, input);
  const { state, version } = application;
  if (state === "submitted" && version === input.version + 1) return;
  authorize(canSubmitApplication(applicant, application), "moveNotAllowed");
  authorize(version === input.version, "conflict");
  const { id: applicationId, answers } = application;
  const texts = await readTextsInForce(tx);
  const [fault] = listFaults(answers, { ...application, texts });
  if (fault) throw new AppError(fault.code, { field: fault.field, values: fault.values });
  const handedIn = withoutOldTicks(answers, texts);
  await changeApplication(tx, application, {
    state: "submitted",
    answers: handedIn,
    matchKeys: matchKeysOf(handedIn),
    submittedAt: sql`now()`,
  });
  await recordConsents(tx, { applicationId }, handedIn.consents ?? []);
  const { locale } = application;
  const to = await openApplicationLink(tx, application);
  await record(tx, null, applicationEvent("application.submitted", application, { locale }), {
    tell: tellApplicant(application, { to }),
  });
}

/**
 * Answers what the club team asked; its review goes on. Throws `notFound`, `conflict`, and `answerTooLate` with the
 * club's `contact` when no answer is awaited any more.
 */
export async function answerQuestion(
  tx: Transaction,
  applicant: Applicant | null,
  input: ApplicationVersion & { words: string },
): Promise<void> {
  const application = await lockApplication(tx, applicant, input);
  if (!canAnswerApplication(applicant, application)) {
    throw new AppError("answerTooLate", { values: { contact: env().CLUB_CONTACT } });
  }
  authorize(application.version === input.version, "conflict");
  await changeApplication(tx, application, { state: "under-review" });
  const { words } = input;
  await tx
    .insert(applicationMessages)
    .values({ applicationId: application.id, kind: "answer", words });
  await record(tx, null, applicationEvent("application.answered", application));
}

/**
 * Takes an application back before it is decided; of a draft, which nobody has read, no answer is kept.
 * Throws `notFound`, `moveNotAllowed`, `conflict`.
 */
export async function withdrawApplication(
  tx: Transaction,
  applicant: Applicant | null,
  input: ApplicationVersion,
): Promise<void> {
  const application = await lockApplication(tx, applicant, input);
  authorize(canWithdrawApplication(applicant, application), "moveNotAllowed");
  authorize(application.version === input.version, "conflict");
  const { state: from } = application;
  const emptied = from === "draft" ? { answers: {}, organisationId: null, isVouched: false } : {};
  await changeApplication(tx, application, { ...emptied, state: "withdrawn" });
  await record(tx, null, applicationEvent("application.withdrawn", application, { from }), {
    tell: from === "draft" ? undefined : tellApplicant(application, { to: "/apply" }),
  });
}

/** The application of the key, locked, with the seat of the organisation it joins; for anybody else it does not exist. */
async function lockApplication(
  tx: Transaction,
  applicant: Applicant | null,
  { applicationId }: ApplicationVersion,
) {
  const [row] = await tx
    .select({
      id: applications.id,
      email: applications.email,
      locale: applications.locale,
      state: applications.state,
      answers: applications.answers,
      organisationId: applications.organisationId,
      isVouched: applications.isVouched,
      takenBy: applications.takenBy,
      version: applications.version,
      joined: { country: organisations.country, place: organisations.place },
    })
    .from(applications)
    .leftJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(applications.id, applicationId))
    .for("no key update", { of: applications });
  authorize(row !== undefined && canSeeApplication(applicant, row));
  const { joined, answers, ...rest } = row;
  return { ...rest, joins: joined ?? (false as const), answers: readAnswers(answers) };
}
