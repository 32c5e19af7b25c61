import { today } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import { addWorkingDays } from "@/lib/core/working-days";

/** Within so many working days the club team answers an application. */
const ANSWER_WORKING_DAYS = PROMISES.answerDays;

/** The day (`YYYY-MM-DD` in Lyon) by which an answer is expected, in Lyon’s working days. */
export const expectedAnswerDay = (submittedAt: Date): string =>
  addWorkingDays(today(submittedAt), ANSWER_WORKING_DAYS);
