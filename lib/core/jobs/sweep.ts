import "server-only";
import { type AnyColumn, lt, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accountLinks, idempotencyKeys, sessions, signInCodes } from "@/db/schema/accounts";
import { organisationInvitations } from "@/db/schema/affiliations";
import { rateLimits } from "@/db/schema/rate-limits";

const isOlderThan = (column: AnyColumn, hours: number) =>
  sql`${column} < now() - make_interval(hours => ${hours})`;

/**
 * Deletes what has run out: sessions, sign-in codes, one-time links, form keys older than a day, spent limits, and
 * invitations to an organisation a month after their links.
 */
export async function sweep(): Promise<void> {
  await query((db) => db.delete(sessions).where(isOlderThan(sessions.expiresAt, 0)));
  await query((db) => db.delete(signInCodes).where(isOlderThan(signInCodes.expiresAt, 1)));
  await query((db) => db.delete(accountLinks).where(isOlderThan(accountLinks.expiresAt, 24)));
  await query((db) => db.delete(idempotencyKeys).where(isOlderThan(idempotencyKeys.createdAt, 24)));
  // The address of somebody who never became a member is not kept.
  const { expiresAt } = organisationInvitations;
  await query((db) => db.delete(organisationInvitations).where(isOlderThan(expiresAt, 30 * 24)));
  await query((db) => db.delete(rateLimits).where(lt(rateLimits.expire, new Date())));
}
