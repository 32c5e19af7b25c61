import "server-only";
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { organisationInvitations } from "@/db/schema/affiliations";
import { applicationKeys, applications } from "@/db/schema/applications";
import { isInvitationStanding } from "@/lib/affiliations/queries";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { takeInvitation } from "@/lib/invitations/mutations";
import type { InvitationState } from "@/lib/invitations/policy";
import { lockByToken } from "@/lib/invitations/queries";
import { findLinkedApplication, type LinkedApplication } from "./access.queries";
import { KEY_DAYS } from "./application-cookie";
import { applicationEvent } from "./application-event";
import { tellApplicant } from "./notices";
import { type Applicant, canReapply, OPEN_APPLICATION_STATES } from "./policy";
import { readAnswers } from "./stored-answers";

type Start = { email: string; locale: Locale; invitation?: string | undefined };

/**
 * Mails the link to the application of an address: the open one, else the last one that was refused or withdrawn, else
 * one that is begun; or says that the address has an account. Whoever types an address changes nothing of what is
 * there: `openApplication` applies what the link carries. The caller answers the same in every case but one: an
 * invitation that was mailed to this very address proves it, so that one begun with it is opened at once. Gives the
 * browser's key to it then, else null. What is there already may hold more than the invitation says, and gets the letter.
 * Throws `conflict` when the application ended at this moment.
 */
export async function startApplication(
  tx: Transaction,
  input: Start,
): Promise<{ browserKey: string } | null> {
  const { email, locale, invitation } = input;
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, email));
  if (account) {
    const kind = "alreadyMember";
    await queueMail(tx, { accountId: account.id, kind, data: { to: "/sign-in" } });
    return null;
  }
  const there = (await lockOpen(tx, email)) ?? (await lockEnded(tx, email));
  const isBegun = !there && (await beginApplication(tx, { email, locale }));
  const application = there ?? (await lockOpen(tx, email));
  authorize(application !== undefined, "conflict");
  if (isBegun) await record(tx, null, applicationEvent("application.started", application));
  const invited = await invitedAs(tx, invitation, email);
  if (isBegun && invited === "open") {
    const key = await insertKey(tx, application.id, "link");
    return openApplication(tx, { key, locale, invitation });
  }
  const link = await makeLink(tx, application);
  const to = invited ? `${link}&invitation=${invitation}` : link;
  await record(tx, null, applicationEvent("application.link-sent", application), {
    tell: tellApplicant({ ...application, locale }, { to }),
  });
  return null;
}

/** Where an invitation stands that was sent to this very address, an organisation's or a member's; null for any other. */
async function invitedAs(
  tx: Transaction,
  invitation: string | undefined,
  address: string,
): Promise<InvitationState | null> {
  if (!invitation) return null;
  if ((await invitingOrganisation(tx, invitation, address)) !== null) return "open";
  const byMember = await lockByToken(tx, invitation);
  return byMember?.email === address ? byMember.state : null;
}

/** A link to an application: it opens it for 30 days, on any device. Its path without language, which only the applicant may see. */
const makeLink = async (tx: Transaction, { id }: { id: string }): Promise<string> =>
  `/apply/resume?key=${await insertKey(tx, id, "link")}`;

/** Makes a link (`makeLink`) for a letter that says more than that it is there. Throws `notFound`. */
export async function openApplicationLink(
  tx: Transaction,
  application: { id: string },
): Promise<string> {
  const [found] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.id, application.id));
  authorize(found !== undefined);
  const to = await makeLink(tx, found);
  await record(tx, null, applicationEvent("application.link-sent", found));
  return to;
}

/**
 * Mails the link to an application that an invitation opened without one, once: to whoever leaves a page of it. Throws
 * `notFound`.
 */
export async function mailFirstLink(tx: Transaction, applicant: Applicant | null): Promise<void> {
  authorize(applicant !== null);
  const isWithoutLink = sql`(select bool_or(name = 'application.opened')
    and not bool_or(name = 'application.link-sent') from audit_events
    where subject_type = 'application' and subject_id = ${applicant.applicationId})`;
  const [opened] = await tx
    .select(kept)
    .from(applications)
    .where(and(eq(applications.id, applicant.applicationId), isWithoutLink));
  if (!opened) return;
  const to = await makeLink(tx, opened);
  await record(tx, null, applicationEvent("application.link-sent", opened), {
    tell: tellApplicant({ ...opened, answers: readAnswers(opened.answers) }, { to }),
  });
}

/**
 * Opens an application on the device that followed its mailed link. A draft takes the language the link is read in and
 * the invitation it carries, unless it was changed since the link was sent. Gives the browser's key and the
 * application's state. Throws `linkExpired` for a link that is unknown or too old.
 */
export async function openApplication(
  tx: Transaction,
  input: { key: string; locale: Locale; invitation?: string | undefined },
) {
  const application = await findLinkedApplication(tx, input.key);
  authorize(application !== null, "linkExpired");
  const { locale, invitation } = input;
  if (application.isAsSent) {
    const invitedTo = await invitingOrganisation(tx, invitation, application.email);
    const organisationId = invitedTo ?? application.organisationId;
    const isVouched = invitedTo !== null || application.isVouched;
    const { id: applicationId, email } = application;
    const known = invitation
      ? await takeInvitation(tx, { token: invitation, email, applicationId })
      : null;
    await changeDraft(tx, application, { locale, organisationId, isVouched }, known);
  }
  const browserKey = await insertKey(tx, application.id, "browser");
  await record(tx, null, applicationEvent("application.opened", application));
  return { browserKey, state: application.state };
}

/**
 * Whoever saves at the same moment in another window comes first: what they have seen is theirs. What is `known` of them
 * from an invitation stands where they have said nothing.
 */
async function changeDraft(
  tx: Transaction,
  draft: LinkedApplication,
  values: { locale: Locale; organisationId: string | null; isVouched: boolean },
  known: Record<string, string> | null,
): Promise<void> {
  const joins = values.organisationId !== draft.organisationId;
  const isVouchedNow = values.isVouched !== draft.isVouched;
  if (!joins && !isVouchedNow && !known && values.locale === draft.locale) return;
  const { id, state, version } = applications;
  const isAsRead = and(eq(id, draft.id), eq(state, "draft"), eq(version, draft.version));
  const changed = await tx
    .update(applications)
    .set({
      ...values,
      ...(known && { answers: sql`${JSON.stringify(known)}::jsonb || ${applications.answers}` }),
      version: draft.version + 1,
      updatedAt: sql`now()`,
    })
    .where(isAsRead)
    .returning({ id });
  if (changed.length === 0 || !joins) return;
  const event = applicationEvent("application.organisation-chosen", draft, { joins });
  await record(tx, null, event);
}

/** Closes the application on this device; the mailed link opens it again. Throws `notFound` without one. */
export async function closeApplication(
  tx: Transaction,
  applicant: Applicant | null,
  browserKey: string | null,
): Promise<void> {
  authorize(applicant !== null && browserKey !== null);
  await tx.delete(applicationKeys).where(eq(applicationKeys.tokenHash, hashToken(browserKey)));
  const application = { id: applicant.applicationId };
  await record(tx, null, applicationEvent("application.closed", application));
}

/**
 * Begins anew after a refusal or a withdrawal, with the answers of then but without the ticked consents; where the
 * address has an open application already, goes on with that one as it is. Gives the browser's key to it.
 * Throws `notFound`, `moveNotAllowed`, `alreadyMember`, `conflict`.
 */
export async function reapply(
  tx: Transaction,
  applicant: Applicant | null,
  input: { applicationId: string; locale: Locale },
): Promise<{ browserKey: string }> {
  const { id, email, state } = applications;
  const [ended] = await tx
    .select({ id, email, state })
    .from(applications)
    .where(eq(id, input.applicationId));
  authorize(ended !== undefined && applicant?.applicationId === ended.id);
  authorize(canReapply(applicant, { ...ended, takenBy: null }), "moveNotAllowed");
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, ended.email));
  if (account) throw new AppError("alreadyMember");
  const isBegun = await beginApplication(tx, { email: ended.email, locale: input.locale });
  const application = await lockOpen(tx, ended.email);
  authorize(application !== undefined, "conflict");
  if (isBegun) await record(tx, null, applicationEvent("application.started", application));
  const browserKey = await insertKey(tx, application.id, "browser");
  await record(tx, null, applicationEvent("application.opened", application));
  return { browserKey };
}

/**
 * Begins one with the answers of the last that was handed in, and with the organisation it was to join; consents are
 * given anew each time. Gives whether there was none; of several at once the first begins and the others find it.
 */
async function beginApplication(
  tx: Transaction,
  values: { email: string; locale: Locale },
): Promise<boolean> {
  const earlier = await lockEnded(tx, values.email);
  const { consents: _, ...answers } = earlier?.answers ?? {};
  const organisationId = earlier?.organisationId ?? null;
  const begun = await tx
    .insert(applications)
    .values({ ...values, answers, organisationId })
    .onConflictDoNothing()
    .returning({ id: applications.id });
  return begun.length > 0;
}

const kept = {
  id: applications.id,
  email: applications.email,
  locale: applications.locale,
  answers: applications.answers,
  organisationId: applications.organisationId,
};

async function lockOpen(tx: Transaction, email: string) {
  const [row] = await tx
    .select(kept)
    .from(applications)
    .where(and(eq(applications.email, email), inArray(applications.state, OPEN_APPLICATION_STATES)))
    .for("no key update");
  return row && { ...row, answers: readAnswers(row.answers) };
}

/** The last that was handed in and came to nothing; of a draft given up nothing is left. */
async function lockEnded(tx: Transaction, email: string) {
  const [row] = await tx
    .select(kept)
    .from(applications)
    .where(
      and(
        eq(applications.email, email),
        inArray(applications.state, ["refused", "withdrawn"]),
        isNotNull(applications.submittedAt),
      ),
    )
    .orderBy(desc(applications.createdAt))
    .limit(1)
    .for("no key update");
  return row && { ...row, answers: readAnswers(row.answers) };
}

/** The organisation behind an invitation that stands and was sent to this very address. */
async function invitingOrganisation(
  tx: Transaction,
  invitation: string | undefined,
  address: string,
): Promise<string | null> {
  if (!invitation) return null;
  const { organisationId, email, tokenHash } = organisationInvitations;
  const isIt = and(eq(tokenHash, hashToken(invitation)), eq(email, address));
  const [row] = await tx
    .select({ organisationId })
    .from(organisationInvitations)
    .where(and(isIt, isInvitationStanding));
  return row?.organisationId ?? null;
}

async function insertKey(
  tx: Transaction,
  applicationId: string,
  purpose: "link" | "browser",
): Promise<string> {
  const key = newToken();
  await tx.insert(applicationKeys).values({
    applicationId,
    purpose,
    tokenHash: hashToken(key),
    expiresAt: sql`now() + make_interval(days => ${KEY_DAYS})`,
  });
  return key;
}
