import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { sessions } from "@/db/schema/accounts";
import { SESSION_DAYS } from "@/lib/core/auth/session-cookie";
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
      .where(
        and(
          eq(sessions.accountId, viewer.accountId),
          gt(sessions.expiresAt, sql`now()`),
          gt(sessions.seenAt, sql`now() - make_interval(days => ${SESSION_DAYS.idle})`),
        ),
      )
      .orderBy(desc(eq(sessions.id, viewer.sessionId)), desc(sessions.seenAt)),
  );
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    ...deviceWords(userAgent),
    isCurrent: row.id === viewer.sessionId,
  }));
}
