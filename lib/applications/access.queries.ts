import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, query, type Transaction } from "@/db/client";
import type { ApplicationState } from "@/db/enums";
import { applicationKeys, applications } from "@/db/schema/applications";
import { hashToken } from "@/lib/core/auth/tokens";
import type { Locale } from "@/lib/core/i18n/locales";
import { readApplicationCookie } from "./application-cookie";
import type { Applicant } from "./policy";

/** The applicant of this request, by the browser's key; null without one, or when it has run out. */
export const getApplicant = cache(async (): Promise<Applicant | null> => {
  const key = await readApplicationCookie();
  return key ? query((db) => findApplicant(db, key)) : null;
});

/** The application that a browser's key opens, or null. */
export async function findApplicant(
  db: Database | Transaction,
  key: string | null,
): Promise<Applicant | null> {
  if (!key) return null;
  const [row] = await db
    .select({ applicationId: applicationKeys.applicationId })
    .from(applicationKeys)
    .where(isLiving(key, "browser"));
  return row ?? null;
}

export type LinkedApplication = {
  id: string;
  email: string;
  locale: Locale;
  state: ApplicationState;
  organisationId: string | null;
  isVouched: boolean;
  version: number;
  /** A draft as it was when the link was sent: it takes what the link carries. */
  isAsSent: boolean;
};

/** The application that a mailed link opens; null when the link is unknown or older than 30 days. */
export async function findLinkedApplication(
  db: Database | Transaction,
  key: string,
): Promise<LinkedApplication | null> {
  const { id, email, locale, state, organisationId, isVouched, version, updatedAt } = applications;
  const isAsSent = sql<boolean>`${state} = 'draft' and ${updatedAt} <= ${applicationKeys.createdAt}`;
  const [row] = await db
    .select({ id, email, locale, state, organisationId, isVouched, version, isAsSent })
    .from(applicationKeys)
    .innerJoin(applications, eq(applications.id, applicationKeys.applicationId))
    .where(isLiving(key, "link"));
  return row ?? null;
}

/** For the page behind a mailed link: nothing is opened or used up by looking. */
export function getLinkedApplication(key: string): Promise<LinkedApplication | null> {
  return query((db) => findLinkedApplication(db, key));
}

function isLiving(key: string, purpose: "link" | "browser") {
  return and(
    eq(applicationKeys.tokenHash, hashToken(key)),
    eq(applicationKeys.purpose, purpose),
    gt(applicationKeys.expiresAt, sql`now()`),
  );
}
