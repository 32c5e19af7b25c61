import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import { mayAct } from "@/lib/core/auth/standing";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { askEach } from "@/lib/core/jobs/ask-each";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { tellOfDue } from "./notices";
import { readsToConfirm } from "./state.queries";

/**
 * Asks each active member once, in one mail in their language, to confirm what reads "to confirm" on a calendar day
 * `YYYY-MM-DD`. What is marked as reminded is not asked for again until it has been confirmed: run twice, or by two
 * workers at once, it mails once. Whoever cannot be asked is logged and left to the next run.
 */
export const remindOfActivities = (day: string): Promise<Counts> =>
  askEach("remind-of-activities", day, {
    waiting: (db) => owned(db).where(and(isWaiting(day), isActing())),
    lockDue: (tx, accountId) =>
      owned(tx)
        .where(and(eq(accounts.id, accountId), isWaiting(day)))
        .orderBy(activities.since, activities.slug)
        .for("no key update", { of: activities }),
    async ask(tx, accountId, due) {
      authorize(due.every(mayAct));
      const ids = due.map(({ id }) => id);
      await tx
        .update(activities)
        .set({ remindedAt: sql`now()` })
        .where(inArray(activities.id, ids));
      const about = { subjectType: "account", subjectId: accountId } as const;
      const event = { name: "activity.reminded", ...about, data: { count: due.length } };
      await record(tx, null, event, { tell: tellOfDue(accountId, due) });
    },
  });

const isWaiting = (day: string) => and(isNull(activities.remindedAt), readsToConfirm(day));

const { id, title, originalLocale } = activities;
const owner = { accountId: accounts.id, status: accounts.status };

const owned = (db: Database | Transaction) =>
  db
    .select({ id, title, originalLocale, ...owner })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId));
