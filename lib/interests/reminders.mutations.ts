import "server-only";
import { eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { interests } from "@/db/schema/interests";
import { mayAct } from "@/lib/core/auth/standing";
import { formatDay } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { runningDaysBefore } from "@/lib/core/great-holidays";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { clockOf, REMIND_AFTER } from "./interest-clock";
import { interestEvent } from "./interest-event";
import { lockInterest } from "./locking.queries";
import { proposal, tellOfInterest } from "./notices";
import { awaitedParty, canBeReminded } from "./policy";
import { countOpen, listUnmoved, unmovedSince } from "./unmoved.queries";

/**
 * Reminds whoever has to act, the owner or the sender, of each interest that nobody has moved for 7 and for 21 days
 * that ran, on a calendar day in Lyon. Run twice, or by two workers at once, it mails once. What goes wrong with one is logged and
 * keeps nothing from the others.
 */
export async function remindOfInterests(day: string): Promise<Counts> {
  const remind = (interestId: string) =>
    transaction(async (tx) => {
      const interest = await lockInterest(tx, interestId);
      const party = awaitedParty(interest.state);
      const reached = reachedBy(clockOf(interest, day).ran);
      if (party === null || reached <= interest.remindedDays) return false;
      const isActive = mayAct(interest.sender) && mayAct(interest.owner);
      if (!isActive) return false;
      authorize(canBeReminded({ state: interest.state, isActive }));
      await tx
        .update(interests)
        .set({ remindedDays: reached })
        .where(eq(interests.id, interest.id));
      const { lapsesOn } = clockOf(interest, day);
      const facts = {
        day: lapsesOn ? inEachLanguage((locale) => formatDay(lapsesOn, locale)) : "",
      };
      const words = interest.question ?? "";
      const letter = party === "owner" ? () => proposal(interest) : undefined;
      await record(tx, null, interestEvent("interest.reminded", interest, { days: reached }), {
        tell: tellOfInterest(interest, { only: party, words, facts, letter }),
      });
      return true;
    });
  const ids = await listUnmoved(day, REMIND_AFTER[0], isNotRemindedEnough(day));
  const { done, failed } = await oneByOne("remind-of-interests", ids, remind, {
    day,
    countAll: countOpen,
  });
  return { reminded: done, failed };
}

/** The last of the two days of reminding that so many days reach; 0 for none. */
const reachedBy = (days: number): number => REMIND_AFTER.findLast((mark) => days >= mark) ?? 0;

/** A run that was missed is made up for: after 21 days the first reminder is not sent any more. */
const isNotRemindedEnough = (day: string) =>
  sql`${interests.remindedDays} < case when ${unmovedSince} <= ${runningDaysBefore(day, REMIND_AFTER[1])}::date
    then ${REMIND_AFTER[1]}::int else ${REMIND_AFTER[0]}::int end`;
