import { today } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";

/** Within so many working days the club team answers an application. */
export const ANSWER_WORKING_DAYS = PROMISES.answerDays;

/** The day (`YYYY-MM-DD` in Lyon) by which an answer is expected; Saturdays and Sundays do not count. */
export function expectedAnswerDay(submittedAt: Date): string {
  const day = new Date(`${today(submittedAt)}T00:00:00Z`);
  for (let left = ANSWER_WORKING_DAYS; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (![0, 6].includes(day.getUTCDay())) left--;
  }
  return day.toISOString().slice(0, 10);
}
