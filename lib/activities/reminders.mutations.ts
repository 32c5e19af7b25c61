import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { tellOfDue } from "./notices";
import { readsToConfirm } from "./state.queries";

/**
 * Asks each active member once, in one mail in their language, to confirm what reads "to confirm" on a calendar day
 * `YYYY-MM-DD`. What is marked as reminded is not asked for again until it has been confirmed: run twice, or by two
 * workers at once, it mails once. Whoever cannot be asked is logged and left to the next run.
 */
export async function remindOfActivities(day: string): Promise<Counts> {
  const waiting = await query((db) =>
    db
      .selectDistinct({ accountId: accounts.id })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isWaiting(day), eq(accounts.status, "active"))),
  );
  const remind = (accountId: string) =>
    transaction(async (tx) => {
      const due = await lockDue(tx, accountId, day);
      const [first] = due;
      if (!first) return false;
      // Whoever has been suspended meanwhile is left in peace; the next run does not find them.
      authorize(first.status === "active");
      const ids = due.map(({ id }) => id);
      await tx
        .update(activities)
        .set({ remindedAt: sql`now()` })
        .where(inArray(activities.id, ids));
      const about = { subjectType: "account", subjectId: accountId } as const;
      const event = { name: "activity.reminded", ...about, data: { count: due.length } };
      await record(tx, null, event, { tell: tellOfDue(accountId, due) });
      return true;
    });
  const ids = waiting.map(({ accountId }) => accountId);
  const { done, failed } = await oneByOne("remind-of-activities", ids, remind, {
    day,
    countAll: countActive,
  });
  return { asked: done, failed };
}

const countActive = (): Promise<number> =>
  query((db) => db.$count(accounts, eq(accounts.status, "active")));

const isWaiting = (day: string) => and(isNull(activities.remindedAt), readsToConfirm(day));

/** A second worker waits here, and then finds them reminded. */
async function lockDue(tx: Transaction, accountId: string, day: string) {
  return tx
    .select({
      id: activities.id,
      title: activities.title,
      originalLocale: activities.originalLocale,
      status: accounts.status,
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(accounts.id, accountId), isWaiting(day)))
    .orderBy(activities.since, activities.slug)
    .for("no key update", { of: activities });
}
