import "server-only";
import { and, asc, eq, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applicationKeys, applications } from "@/db/schema/applications";
import { decisions } from "@/db/schema/moderation";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { hasEndedLately, saneCount } from "@/lib/core/jobs/sane-share";
import { applicationEvent } from "./application-event";
import { isPastKeeping } from "./policy";
import { isOldDraft, isOldEnd } from "./sweeping.queries";

/** Of drafts, and of what has ended; what comes later waits for the next hour. */
const AT_ONCE = 200;

/**
 * Erases what is kept no longer: keys that have run out, drafts that nobody has changed for 30 days and no key opens, and
 * applications withdrawn or refused 12 months ago, with their messages, consents and mails. `day` is the calendar day
 * `YYYY-MM-DD` of the run. Of very many the oldest go first. Gives how many applications. Throws `AbsurdShare`, with
 * nothing erased.
 */
export async function sweepApplications(tx: Transaction, day: string): Promise<number> {
  await tx.delete(applicationKeys).where(lt(applicationKeys.expiresAt, sql`now()`));
  const { state } = applications;
  // Apart: anybody makes drafts, and they must not keep what has ended from being erased.
  const drafts = { isOld: isOldDraft(tx), isOne: eq(state, "draft") };
  const ended = { isOld: isOldEnd(), isOne: ne(state, "draft") };
  const most = [await countSane(tx, day, drafts), await countSane(tx, day, ended)] as const;
  const old = [
    ...(await lockOldest(tx, drafts.isOld, most[0])),
    ...(await lockOldest(tx, ended.isOld, most[1])),
  ];
  for (const application of old) {
    authorize(isPastKeeping(application, new Date(application.now)));
    await tx
      .update(decisions)
      .set({ words: null })
      .where(
        and(eq(decisions.subjectType, "application"), eq(decisions.subjectId, application.id)),
      );
    await tx.delete(applications).where(eq(applications.id, application.id));
    await record(tx, null, applicationEvent("application.erased", application));
  }
  return old.length;
}

type Kind = { isOld: SQL | undefined; isOne: SQL };

const countSane = async (tx: Transaction, day: string, { isOld, isOne }: Kind): Promise<number> =>
  saneCount("sweep-applications", {
    count: await tx.$count(applications, isOld),
    countAll: () => tx.$count(applications, isOne),
    isClockSeen: () => hasEndedLately(tx, "sweep-applications", day),
  });

async function lockOldest(tx: Transaction, isOld: SQL | undefined, most: number) {
  const { id, state, updatedAt } = applications;
  return tx
    .select({ id, state, updatedAt, now: sql<number>`(extract(epoch from now()) * 1000)::float8` })
    .from(applications)
    .where(isOld)
    .orderBy(asc(updatedAt), asc(id))
    .limit(Math.min(most, AT_ONCE))
    .for("update", { skipLocked: true });
}
