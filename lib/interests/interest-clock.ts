import type { InterestState } from "@/db/enums";
import { addDays, daysBetween, today } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import { awaitedParty } from "./policy";

/** After so many days without a move whoever has to act is reminded, and then the interest ends by itself. */
export const REMIND_AFTER = [7, 21] as const;
export const LAPSE_AFTER = PROMISES.interestDays;

/**
 * What both sides see of an interest's time on a calendar day in Lyon: for how many days it has been where it is, and
 * on which day `YYYY-MM-DD` it ends by itself (null once it is answered).
 */
export function clockOf(
  { state, stateAt }: { state: InterestState; stateAt: Date },
  day = today(),
): { days: number; lapsesOn: string | null } {
  const since = today(stateAt);
  const lapsesOn = awaitedParty(state) === null ? null : addDays(since, LAPSE_AFTER);
  return { days: Math.max(0, daysBetween(since, day)), lapsesOn };
}
