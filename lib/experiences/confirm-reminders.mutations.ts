import "server-only";
import { and, eq, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import { type Database, query, type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import { addMonths } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { isPublished } from "@/lib/entries/sight.queries";
import { confirmedOn } from "./confirmation.queries";
import { tellOfDue } from "./notices";

/**
 * Asks each author once, in one mail in their language, whether what of theirs was not confirmed for twelve months on a
 * calendar day `YYYY-MM-DD` still holds; what nobody confirms is asked for again a year later. Run twice, or by two
 * workers at once, it asks once. Whoever cannot be asked is logged and left to the next run.
 */
export async function remindOfExperiences(day: string): Promise<Counts> {
  const waiting = await query((db) => authored(db).where(isDue(day)));
  const remind = (accountId: string) =>
    transaction(async (tx) => {
      const due = await lockDue(tx, accountId, day);
      if (due.length === 0) return false;
      authorize(due.every(({ status }) => status === "active"));
      const ids = due.map(({ id }) => id);
      await tx.update(experiences).set({ remindedOn: day }).where(inArray(experiences.id, ids));
      const about = { subjectType: "account", subjectId: accountId } as const;
      const event = { name: "experience.reminded", ...about, data: { count: due.length } };
      await record(tx, null, event, { tell: tellOfDue(accountId, due) });
      return true;
    });
  const ids = [...new Set(waiting.map(({ accountId }) => accountId))];
  const { done, failed } = await oneByOne("remind-of-experiences", ids, remind, {
    day,
    countAll: countActive,
  });
  return { asked: done, failed };
}

const countActive = (): Promise<number> =>
  query((db) => db.$count(accounts, eq(accounts.status, "active")));

/** Online, and neither confirmed nor asked about in the twelve months before a day. */
function isDue(day: string): SQL | undefined {
  const yearBefore = addMonths(day, -12);
  const { remindedOn } = experiences;
  const isQuiet = or(isNull(remindedOn), lte(remindedOn, yearBefore));
  return and(isPublished, lte(confirmedOn, yearBefore), isQuiet);
}

/** A second worker waits here, and then finds them asked about. */
const lockDue = (tx: Transaction, accountId: string, day: string) =>
  authored(tx)
    .where(and(eq(accounts.id, accountId), isDue(day)))
    .orderBy(entries.id)
    .for("no key update", { of: [entries, experiences] });

const { id, slug, title, originalLocale } = entries;
const author = { accountId: accounts.id, status: accounts.status };

const authored = (db: Database | Transaction) =>
  db
    .select({ id, slug, title, originalLocale, ...author })
    .from(entries)
    .innerJoin(experiences, eq(experiences.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId));
