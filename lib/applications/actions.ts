"use server";

import { visitorAction } from "@/lib/core/action";
import { answerEvenly } from "@/lib/core/auth/even-answer";
import { letIn } from "@/lib/core/auth/let-in";
import { spend } from "@/lib/core/auth/rate-limit";
import { log } from "@/lib/core/log";
import { noFields } from "@/lib/core/text/fields";
import {
  closeApplication,
  mailFirstLink,
  openApplication,
  reapply,
  startApplication,
} from "./access.mutations";
import { findApplicant } from "./access.queries";
import {
  clearApplicationCookie,
  readApplicationCookie,
  writeApplicationCookie,
} from "./application-cookie";
import { stepAfter } from "./form-steps";
import {
  answerQuestion,
  chooseOrganisation,
  saveAnswers,
  submitApplication,
  withdrawApplication,
} from "./mutations";
import {
  answerQuestionInput,
  applicationVersionInput,
  chooseOrganisationInput,
  openApplicationInput,
  reapplyInput,
  saveAnswersInput,
  startApplicationInput,
  withdrawApplicationInput,
} from "./schema";

/** The same answer for every address: the link, or that there is an account, comes by mail; but to whom an invitation came there. */
export const startApplicationAction = visitorAction(
  startApplicationInput,
  async (tx, _viewer, { email, invitation, homepage }, context) => {
    answerEvenly(performance.now(), context);
    if (homepage) {
      log.info({ event: "application.trapped" });
      return { redirectTo: "/apply/sent" };
    }
    const opened = await startApplication(tx, { email, invitation, locale: context.locale });
    if (!opened) return { redirectTo: "/apply/sent" };
    context.afterCommit(() => writeApplicationCookie(opened.browserKey));
    return { redirectTo: "/apply" };
  },
  ({ email }, { client }) => letIn("application", { email }, client),
);

export const openApplicationAction = visitorAction(
  openApplicationInput,
  async (tx, _viewer, input, { locale, afterCommit }) => {
    const { browserKey, state } = await openApplication(tx, { ...input, locale });
    afterCommit(() => writeApplicationCookie(browserKey));
    return { redirectTo: state === "draft" ? "/apply" : "/apply/status" };
  },
  (_input, { client }) => spend("signInByAddress", client),
);

export const closeApplicationAction = visitorAction(
  noFields,
  async (tx, _viewer, _input, { afterCommit }) => {
    const key = await readApplicationCookie();
    const applicant = await findApplicant(tx, key);
    afterCommit(clearApplicationCookie);
    if (applicant) await closeApplication(tx, applicant, key);
    return { redirectTo: "/apply", notice: "applicationClosed" };
  },
);

/** Keeps one page; going on, it tells what is missing, and shows first whether the organisation is in the club already. */
export const saveAnswersAction = visitorAction(
  saveAnswersInput,
  async (tx, _viewer, input, { locale }) => {
    const { step, applicationId, version, intent, ...answers } = input;
    const applicant = await findApplicant(tx, await readApplicationCookie());
    const {
      version: now,
      faults,
      joins,
      isKnown,
      proposed,
    } = await saveAnswers(tx, applicant, {
      applicationId,
      version,
      step,
      answers,
      locale,
      settlesNames: intent === "continue",
    });
    if (intent === "autosave") return { kept: { version: now } };
    await mailFirstLink(tx, applicant);
    if (intent === "leave") return { redirectTo: "/", notice: "applicationLeft" };
    // The page that was sent shows the text of before: it is drawn anew, with the other boxes as they were ticked.
    if (faults.some(({ code }) => code === "textChanged")) {
      return { redirectTo: `/apply/${step}`, notice: "textChanged" };
    }
    if (faults.length > 0 && proposed) return { faults, texts: proposed, notice: "nameProposed" };
    if (faults.length > 0) return { faults };
    if (proposed) return { redirectTo: `/apply/${step}`, notice: "nameProposed" };
    if (isKnown) return { redirectTo: `/apply/same-organisation?after=${step}` };
    return { redirectTo: `/apply/${stepAfter(step, joins)}` };
  },
);

export const joinOrganisationAction = visitorAction(
  chooseOrganisationInput,
  async (tx, _viewer, input) => {
    const applicant = await findApplicant(tx, await readApplicationCookie());
    await chooseOrganisation(tx, applicant, input);
    return { redirectTo: "/apply/china", notice: "organisationJoined" };
  },
);

export const describeOrganisationAction = visitorAction(
  applicationVersionInput,
  async (tx, _viewer, input) => {
    const applicant = await findApplicant(tx, await readApplicationCookie());
    await chooseOrganisation(tx, applicant, { ...input, organisationId: null });
    return { redirectTo: "/apply/organisation", notice: "organisationDescribed" };
  },
);

export const submitApplicationAction = visitorAction(
  applicationVersionInput,
  async (tx, _viewer, input) => {
    const applicant = await findApplicant(tx, await readApplicationCookie());
    await submitApplication(tx, applicant, input);
    return { redirectTo: "/apply/status", notice: "applicationSubmitted" };
  },
);

export const answerQuestionAction = visitorAction(
  answerQuestionInput,
  async (tx, _viewer, input) => {
    const applicant = await findApplicant(tx, await readApplicationCookie());
    await answerQuestion(tx, applicant, input);
    return { redirectTo: "/apply/status", notice: "applicationAnswered" };
  },
);

export const withdrawApplicationAction = visitorAction(
  withdrawApplicationInput,
  async (tx, _viewer, { applicationId, version }) => {
    const applicant = await findApplicant(tx, await readApplicationCookie());
    await withdrawApplication(tx, applicant, { applicationId, version });
    return { redirectTo: "/apply/status", notice: "applicationWithdrawn" };
  },
);

export const reapplyAction = visitorAction(
  reapplyInput,
  async (tx, _viewer, { applicationId }, { locale, afterCommit }) => {
    const applicant = await findApplicant(tx, await readApplicationCookie());
    const { browserKey } = await reapply(tx, applicant, { applicationId, locale });
    afterCommit(() => writeApplicationCookie(browserKey));
    return { redirectTo: "/apply", notice: "applicationReopened" };
  },
);
