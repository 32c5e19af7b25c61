import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { readsToConfirm } from "./state.queries";

const MOST_TITLES = 20;

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
      const data = { count: String(due.length), list: titles(due, first.locale), to: TO };
      await queueMail(tx, { accountId, kind: "activitiesToConfirm", data });
      await recordEvent(tx, null, {
        name: "activity.reminded",
        subjectType: "account",
        subjectId: accountId,
        data: { count: due.length },
      });
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

const TO = "/activities?mine=1";

const isWaiting = (day: string) => and(isNull(activities.remindedAt), readsToConfirm(day));

/** A second worker waits here, and then finds them reminded. */
async function lockDue(tx: Transaction, accountId: string, day: string) {
  return tx
    .select({
      id: activities.id,
      title: activities.title,
      originalLocale: activities.originalLocale,
      status: accounts.status,
      locale: accounts.locale,
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(accounts.id, accountId), isWaiting(day)))
    .orderBy(activities.since, activities.slug)
    .for("no key update", { of: activities });
}

type Titled = { title: LocalizedText; originalLocale: Locale };

/** One line each; of very many the first. */
function titles(due: readonly Titled[], locale: Locale): string {
  const untitled = getTranslator(locale, "activities")("untitled");
  const shown = due.slice(0, MOST_TITLES).map((one) => {
    return `– ${pickText(one.title, locale, one.originalLocale)?.text ?? untitled}`;
  });
  return [...shown, ...(due.length > MOST_TITLES ? ["…"] : [])].join("\n");
}
