import "server-only";
import { type AnyColumn, lt, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import {
  accountLinks,
  idempotencyKeys,
  knownBrowsers,
  sessions,
  signInCodes,
} from "@/db/schema/accounts";
import { organisationInvitations } from "@/db/schema/affiliations";
import { jobRuns } from "@/db/schema/jobs";
import { mails } from "@/db/schema/mail";
import { rateLimits } from "@/db/schema/rate-limits";
import { KNOWN_BROWSER_DAYS } from "../auth/session-life";

const DAY = 24;

const isOlderThan = (column: AnyColumn, hours: number) =>
  sql`${column} < now() - make_interval(hours => ${hours})`;

/** Mails to an invited colleague: neither an account nor an application takes them along when it is deleted. */
const isNobodys = sql`${mails.accountId} is null and ${mails.applicationId} is null`;

const runOut = (): [table: PgTable, isOld: SQL][] => [
  [sessions, isOlderThan(sessions.expiresAt, 0)],
  [knownBrowsers, isOlderThan(knownBrowsers.seenAt, KNOWN_BROWSER_DAYS * DAY)],
  [signInCodes, isOlderThan(signInCodes.expiresAt, 1)],
  [accountLinks, isOlderThan(accountLinks.expiresAt, DAY)],
  [idempotencyKeys, isOlderThan(idempotencyKeys.createdAt, DAY)],
  // The address of somebody who never became a member is not kept.
  [organisationInvitations, isOlderThan(organisationInvitations.expiresAt, 30 * DAY)],
  [mails, sql`${isNobodys} and ${isOlderThan(mails.createdAt, 60 * DAY)}`],
  [rateLimits, lt(rateLimits.expire, new Date())],
  [jobRuns, isOlderThan(jobRuns.startedAt, 90 * DAY)],
];

/**
 * Deletes what has run out: sessions, known browsers, sign-in codes, one-time links, form keys older than a day, spent limits,
 * invitations to an organisation a month after their links, with the mails that carried them, and what is noted of jobs
 * after 90 days. Gives how many rows.
 */
export async function sweep(): Promise<number> {
  let deleted = 0;
  for (const [table, isOld] of runOut()) {
    const { count } = await query((db) => db.delete(table).where(isOld));
    deleted += count;
  }
  return deleted;
}
