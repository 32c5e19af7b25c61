import "server-only";
import { and, eq, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import { mayAct } from "@/lib/core/auth/standing";
import { addMonths } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { askEach } from "@/lib/core/jobs/ask-each";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { isPublished } from "@/lib/entries/sight.queries";
import { confirmedOn } from "./confirmation.queries";
import { tellOfDue } from "./notices";

/**
 * Asks each author once, in one mail in their language, whether what of theirs was not confirmed for twelve months on a
 * calendar day `YYYY-MM-DD` still holds; what nobody confirms is asked for again a year later. Run twice, or by two
 * workers at once, it asks once. Whoever cannot be asked is logged and left to the next run.
 */
export const remindOfExperiences = (day: string): Promise<Counts> =>
  askEach("remind-of-experiences", day, {
    waiting: (db) => authored(db).where(isDue(day)),
    lockDue: (tx, accountId) =>
      authored(tx)
        .where(and(eq(accounts.id, accountId), isDue(day)))
        .orderBy(entries.id)
        .for("no key update", { of: [entries, experiences] }),
    async ask(tx, accountId, due) {
      authorize(due.every(mayAct));
      const ids = due.map(({ id }) => id);
      await tx.update(experiences).set({ remindedOn: day }).where(inArray(experiences.id, ids));
      const about = { subjectType: "account", subjectId: accountId } as const;
      const event = { name: "experience.reminded", ...about, data: { count: due.length } };
      await record(tx, null, event, { tell: tellOfDue(accountId, due) });
    },
  });

/** Online, and neither confirmed nor asked about in the twelve months before a day. */
function isDue(day: string): SQL | undefined {
  const yearBefore = addMonths(day, -12);
  const isQuiet = or(isNull(experiences.remindedOn), lte(experiences.remindedOn, yearBefore));
  return and(isPublished, lte(confirmedOn, yearBefore), isQuiet);
}

const { id, slug, title, originalLocale } = entries;

const authored = (db: Database | Transaction) =>
  db
    .select({ id, slug, title, originalLocale, accountId: accounts.id, status: accounts.status })
    .from(entries)
    .innerJoin(experiences, eq(experiences.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId));
