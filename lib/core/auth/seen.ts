import "server-only";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { aside } from "@/db/aside";
import { reasonOf } from "@/db/errors";
import { sessions } from "@/db/schema/accounts";
import { log } from "../log";

/** How long a session may have been seen before that is noted anew. */
export const SEEN_EVERY = sql`interval '5 minutes'`;

/** Notes that a session is in use, beside the page: reading never fails or waits for it, also while its row is held. */
export function noteSeen(sessionId: string): void {
  const isDue = and(eq(sessions.id, sessionId), lt(sessions.seenAt, sql`now() - ${SEEN_EVERY}`));
  aside(
    `seen ${sessionId}`,
    (db) => {
      const free = db
        .select({ id: sessions.id })
        .from(sessions)
        .where(isDue)
        .for("no key update", { skipLocked: true });
      return db.update(sessions).set({ seenAt: sql`now()` }).where(inArray(sessions.id, free));
    },
    (error) => {
      log.warn({ event: "session.seen-not-noted", reason: reasonOf(error) });
    },
  );
}
