import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { hashToken } from "@/lib/core/auth/tokens";
import { greetingName } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LinkPurpose } from "./policy";

/** Whether a one-time link may still be used. Looking consumes nothing: mail scanners look too. */
export async function isLinkOpen(token: string, purpose: LinkPurpose): Promise<boolean> {
  const rows = await query((db) =>
    db.select({ id: accountLinks.id }).from(accountLinks).where(isOpen(token, purpose)),
  );
  return rows.length > 0;
}

/**
 * Whom the link of a welcome mail lets in, by the name they are greeted with; null once it is used or too old.
 * Looking consumes nothing.
 */
export async function findWelcomed(token: string, locale: Locale): Promise<string | null> {
  const [row] = await query((db) =>
    db
      .select({
        displayName: accounts.displayName,
        givenName: members.givenName,
        familyName: members.familyName,
        nameOrder: members.nameOrder,
        nameZh: members.nameZh,
      })
      .from(accountLinks)
      .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(isOpen(token, "first-sign-in")),
  );
  return row ? greetingName(row, locale) : null;
}

function isOpen(token: string, purpose: LinkPurpose) {
  return and(
    eq(accountLinks.tokenHash, hashToken(token)),
    eq(accountLinks.purpose, purpose),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, sql`now()`),
  );
}
