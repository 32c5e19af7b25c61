import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { query } from "@/db/client";
import { accounts, knownBrowsers } from "@/db/schema/accounts";
import { cookieName, cookieOptions } from "./session-cookie";
import { KNOWN_BROWSER_DAYS } from "./session-life";
import { hashToken } from "./tokens";

const NAME = "known";

/** The secret by which accounts know this browser, from the request's cookie, or null. */
export async function readBrowserSecret(): Promise<string | null> {
  return (await cookies()).get(cookieName(NAME))?.value || null;
}

/** Gives the browser the secret of its last sign-in. Only in an action. */
export async function writeBrowserSecret(secret: string): Promise<void> {
  (await cookies()).set(cookieName(NAME), secret, cookieOptions(KNOWN_BROWSER_DAYS * 86_400));
}

/** Whose sign-in is tried: an address as it was typed, or an account that gave the first step. */
export type Tried = { email: string } | { accountId: string };

/** Whether a browser's secret is known to the account that is tried, or, without one, to any. */
export async function isKnownBrowser(secret: string, tried?: Tried): Promise<boolean> {
  const isTried =
    tried &&
    ("email" in tried ? eq(accounts.email, tried.email) : eq(accounts.id, tried.accountId));
  const [row] = await query((db) =>
    db
      .select({ accountId: knownBrowsers.accountId })
      .from(knownBrowsers)
      .innerJoin(accounts, eq(accounts.id, knownBrowsers.accountId))
      .where(
        and(
          eq(knownBrowsers.tokenHash, hashToken(secret)),
          gt(knownBrowsers.seenAt, sql`now() - make_interval(days => ${KNOWN_BROWSER_DAYS})`),
          isTried,
        ),
      )
      .limit(1),
  );
  return row !== undefined;
}
