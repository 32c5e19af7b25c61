import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applicationKeys, applications } from "@/db/schema/applications";
import { decisions } from "@/db/schema/moderation";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { requireSaneShare } from "@/lib/core/jobs/sane-share";
import { applicationEvent } from "../application-event";
import { isPastKeeping } from "../policy";
import { isPastItsDays } from "./queries";

/** What comes later waits for the next hour. */
const AT_ONCE = 200;

/**
 * Erases what is kept no longer: keys that have run out, drafts that nobody has changed for 30 days and no key opens, and
 * applications withdrawn or refused 12 months ago, with their messages, consents and mails. Gives how many applications.
 * Throws `AbsurdShare`, with nothing erased.
 */
export async function sweepApplications(tx: Transaction): Promise<number> {
  await tx.delete(applicationKeys).where(lt(applicationKeys.expiresAt, sql`now()`));
  const { id, state, updatedAt } = applications;
  const isOld = isPastItsDays(tx);
  const countAll = () => tx.$count(applications);
  await requireSaneShare("sweep-applications", await tx.$count(applications, isOld), countAll);
  const old = await tx
    .select({ id, state, updatedAt, now: sql<number>`(extract(epoch from now()) * 1000)::float8` })
    .from(applications)
    .where(isOld)
    .limit(AT_ONCE)
    .for("update", { skipLocked: true });
  for (const application of old) {
    authorize(isPastKeeping(application, new Date(application.now)));
    await tx
      .update(decisions)
      .set({ words: null })
      .where(
        and(eq(decisions.subjectType, "application"), eq(decisions.subjectId, application.id)),
      );
    await tx.delete(applications).where(eq(applications.id, application.id));
    await recordEvent(tx, null, applicationEvent("application.erased", application));
  }
  return old.length;
}
