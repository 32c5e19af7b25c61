import "server-only";
import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { organisationInvitations } from "@/db/schema/affiliations";
import { applicationKeys, applications } from "@/db/schema/applications";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { AppError, authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import type { Locale } from "@/lib/core/i18n/locales";
import { queueMail, queueMailTo } from "@/lib/core/mail/queue-mail";
import type { ApplicationAnswers } from "../answers";
import { applicantAddress } from "../applicant-address";
import { KEY_DAYS } from "../application-cookie";
import { applicationEvent } from "../application-event";
import { type Applicant, canReapply, OPEN_APPLICATION_STATES } from "../policy";
import { findLinkedApplication } from "./queries";

type Start = { email: string; locale: Locale; invitation?: string | undefined };

/**
 * Mails the link to the open application of an address, begun if there is none; or says that the address has an
 * account. The caller answers the same in every case. Throws `conflict` when the application ended at this moment.
 */
export async function startApplication(tx: Transaction, input: Start): Promise<void> {
  const { email, locale } = input;
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, email));
  if (account) {
    const kind = "alreadyMember";
    return queueMail(tx, { accountId: account.id, kind, data: { to: "/sign-in" } });
  }
  const invitedTo = input.invitation ? await invitingOrganisation(tx, input.invitation) : null;
  const organisation = invitedTo ? { organisationId: invitedTo } : {};
  const begun = await beginApplication(tx, { email, locale, ...organisation });
  const application = await lockOpen(tx, email);
  authorize(application !== undefined, "conflict");
  if (begun) await recordEvent(tx, null, applicationEvent("application.started", application));
  else if (application.state === "draft") {
    await tx
      .update(applications)
      .set({ locale, ...organisation })
      .where(eq(applications.id, application.id));
  }
  const to = await openApplicationLink(tx, application);
  const address = applicantAddress({ ...application, locale });
  await queueMailTo(tx, address, { kind: "applicationLink", data: { to } });
}

/**
 * Makes a mailed link to an application: it opens it for 30 days, on any device. Gives its path without language,
 * which only the applicant may see. Throws `notFound`.
 */
export async function openApplicationLink(
  tx: Transaction,
  application: { id: string },
): Promise<string> {
  const [found] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.id, application.id));
  authorize(found !== undefined);
  const key = await insertKey(tx, found.id, "link");
  await recordEvent(tx, null, applicationEvent("application.link-sent", found));
  return `/apply/resume?key=${key}`;
}

/**
 * Opens an application on the device that followed its mailed link. Gives the browser's key and the application's
 * state. Throws `linkExpired` for a link that is unknown or too old.
 */
export async function openApplication(tx: Transaction, input: { key: string }) {
  const application = await findLinkedApplication(tx, input.key);
  authorize(application !== null, "linkExpired");
  const browserKey = await insertKey(tx, application.id, "browser");
  await recordEvent(tx, null, applicationEvent("application.opened", application));
  return { browserKey, state: application.state };
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
  await recordEvent(tx, null, applicationEvent("application.closed", application));
}

/**
 * Begins anew after a refusal or a withdrawal, with the answers of then but without the ticked consents; where the
 * address has an open application already, goes on with that one. Gives the browser's key to it.
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
  const begun = await beginApplication(tx, { email: ended.email, locale: input.locale });
  const application = await lockOpen(tx, ended.email);
  authorize(application !== undefined, "conflict");
  if (begun) await recordEvent(tx, null, applicationEvent("application.started", application));
  const browserKey = await insertKey(tx, application.id, "browser");
  await recordEvent(tx, null, applicationEvent("application.opened", application));
  return { browserKey };
}

/** Gives whether there was none; of several at once the first begins and the others find it. */
async function beginApplication(
  tx: Transaction,
  values: { email: string; locale: Locale; organisationId?: string },
): Promise<boolean> {
  const earlier = await earlierAnswers(tx, values.email);
  const [begun] = await tx
    .insert(applications)
    .values({ ...values, answers: earlier })
    .onConflictDoNothing()
    .returning({ id: applications.id });
  return begun !== undefined;
}

/** What was answered in the last application that was refused or withdrawn; consents are given anew each time. */
async function earlierAnswers(tx: Transaction, email: string): Promise<ApplicationAnswers> {
  const [ended] = await tx
    .select({ answers: applications.answers })
    .from(applications)
    .where(
      and(eq(applications.email, email), inArray(applications.state, ["refused", "withdrawn"])),
    )
    .orderBy(desc(applications.createdAt))
    .limit(1);
  const { consents: _, ...answers } = (ended?.answers ?? {}) as ApplicationAnswers;
  return answers;
}

async function lockOpen(tx: Transaction, address: string) {
  const { id, email, locale, state, answers } = applications;
  const [row] = await tx
    .select({ id, email, locale, state, answers })
    .from(applications)
    .where(and(eq(email, address), inArray(state, OPEN_APPLICATION_STATES)))
    .for("update");
  return row && { ...row, answers: row.answers as ApplicationAnswers };
}

async function invitingOrganisation(tx: Transaction, token: string): Promise<string | null> {
  const { organisationId, tokenHash, state, expiresAt } = organisationInvitations;
  const [row] = await tx
    .select({ organisationId })
    .from(organisationInvitations)
    .where(and(eq(tokenHash, hashToken(token)), eq(state, "open"), gt(expiresAt, sql`now()`)));
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
