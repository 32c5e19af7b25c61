import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import { openSecret } from "./sealed-secret";
import { appAddress, inFours } from "./totp";

export type OwnFactor = {
  /** Since when an app is in use; null without one. */
  confirmedAt: Date | null;
  /** Recovery codes that were not used yet. */
  codesLeft: number;
};

/** Where the viewer stands with their second factor. */
export async function getOwnFactor({ accountId }: Viewer): Promise<OwnFactor> {
  const isOpen = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
  const [row] = await query((db) =>
    db
      .select({
        confirmedAt: secondFactors.confirmedAt,
        codesLeft: db.$count(recoveryCodes, isOpen),
      })
      .from(secondFactors)
      .where(eq(secondFactors.accountId, accountId)),
  );
  return row ?? { confirmedAt: null, codesLeft: 0 };
}

/** What the app that is being set up has to be told: the secret in fours, and all of it as a QR code's address. */
export type OfferedApp = { secret: string; address: string };

/** The viewer's own app that awaits its first code; null when none does. */
export async function getOfferedApp({ accountId }: Viewer): Promise<OfferedApp | null> {
  const [row] = await query((db) =>
    db
      .select({ email: accounts.email, offeredSecret: secondFactors.offeredSecret })
      .from(secondFactors)
      .innerJoin(accounts, eq(accounts.id, secondFactors.accountId))
      .where(eq(secondFactors.accountId, accountId)),
  );
  const secret = row?.offeredSecret && openSecret(accountId, row.offeredSecret);
  if (!row || !secret) return null;
  const address = appAddress(secret, { issuer: env().CLUB_NAME, label: row.email });
  return { secret: inFours(secret), address };
}

const REFUSALS_TOLD = 5;

/**
 * Whether with one more refused code somebody guesses an account's codes and its owner was not told yet: five within an
 * hour, one mail an hour.
 */
export async function isGuessed(tx: Transaction, accountId: string): Promise<boolean> {
  const anHourAgo = sql`now() - interval '1 hour'`;
  const isRefused = and(
    eq(auditEvents.subjectType, "account"),
    eq(auditEvents.subjectId, accountId),
    eq(auditEvents.name, "factor.refused"),
    gt(auditEvents.createdAt, anHourAgo),
  );
  if ((await tx.$count(auditEvents, isRefused)) + 1 < REFUSALS_TOLD) return false;
  const isTold = and(
    eq(mails.accountId, accountId),
    eq(mails.kind, "secondFactorRefused"),
    gt(mails.createdAt, anHourAgo),
  );
  return (await tx.$count(mails, isTold)) === 0;
}
