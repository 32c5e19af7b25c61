import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts, knownBrowsers, sessions } from "@/db/schema/accounts";
import { KNOWN_BROWSER_DAYS } from "@/lib/core/auth/session-life";
import { isLiving } from "@/lib/core/auth/session-state";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { deviceWords } from "./device-words";

export type OwnSession = {
  id: string;
  browser: string | null;
  system: string | null;
  createdAt: Date;
  seenAt: Date;
  isCurrent: boolean;
};

/** The viewer's living sessions: this one first, then the latest seen. */
export async function listSessions(viewer: Viewer): Promise<OwnSession[]> {
  const rows = await query((db) =>
    db
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        seenAt: sessions.seenAt,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(eq(sessions.accountId, viewer.accountId), isLiving))
      .orderBy(desc(eq(sessions.id, viewer.sessionId)), desc(sessions.seenAt)),
  );
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    ...deviceWords(userAgent),
    isCurrent: row.id === viewer.sessionId,
  }));
}

/** How many browsers the viewer's account knows from earlier sign-ins. */
export function countKnownBrowsers({ accountId }: Viewer): Promise<number> {
  const isKnown = and(
    eq(knownBrowsers.accountId, accountId),
    gt(knownBrowsers.seenAt, sql`now() - make_interval(days => ${KNOWN_BROWSER_DAYS})`),
  );
  return query((db) => db.$count(knownBrowsers, isKnown));
}
