import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";

/** Everybody in the room gets a mail of each of these. */
const TOLD = ["room.left", "room.owner-returned", "room.closed", "room.reopened"];

const MOVES_AN_HOUR = 6;

/** Keeps one person from filling the others' mail by coming and going. Throws `tooManyRequests` after six within an hour. */
export async function requireCalm(
  tx: Transaction,
  { accountId }: Viewer,
  room: { id: string },
): Promise<void> {
  const moves = await tx.$count(
    auditEvents,
    and(
      eq(auditEvents.subjectId, room.id),
      eq(auditEvents.actorId, accountId),
      inArray(auditEvents.name, TOLD),
      sql`${auditEvents.createdAt} > now() - interval '1 hour'`,
    ),
  );
  if (moves >= MOVES_AN_HOUR) throw new AppError("tooManyRequests", { values: { minutes: 60 } });
}
