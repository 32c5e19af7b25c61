import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { ARCHIVE_MINUTES, canTakeArchive } from "./policy";

/** Whether the viewer may take the archive of somebody's account now: an administrator who prepared it within `ARCHIVE_MINUTES`. */
export async function isArchiveOpen(viewer: Viewer, accountId: string): Promise<boolean> {
  const { id, role, status, email, erasureDueAt } = accounts;
  const isPrepared = and(
    eq(auditEvents.subjectType, "account"),
    eq(auditEvents.subjectId, accountId),
    eq(auditEvents.name, "account.archive-opened"),
    eq(auditEvents.actorId, viewer.accountId),
    gt(auditEvents.createdAt, sql`now() - make_interval(mins => ${ARCHIVE_MINUTES})`),
  );
  const [account] = await query((db) =>
    db
      .select({ id, role, status, email, erasureDueAt })
      .from(accounts)
      .where(and(eq(id, accountId), sql`exists (select from ${auditEvents} where ${isPrepared})`)),
  );
  return account !== undefined && canTakeArchive(viewer, account);
}
