import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accountLinks } from "@/db/schema/accounts";
import { hashToken } from "@/lib/core/auth/tokens";
import type { LinkPurpose } from "./policy";

/** Whether a one-time link may still be used. Looking consumes nothing: mail scanners look too. */
export async function isLinkOpen(token: string, purpose: LinkPurpose): Promise<boolean> {
  const rows = await query((db) =>
    db
      .select({ id: accountLinks.id })
      .from(accountLinks)
      .where(
        and(
          eq(accountLinks.tokenHash, hashToken(token)),
          eq(accountLinks.purpose, purpose),
          isNull(accountLinks.usedAt),
          gt(accountLinks.expiresAt, sql`now()`),
        ),
      ),
  );
  return rows.length > 0;
}
