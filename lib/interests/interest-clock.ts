import type { InterestState } from "@/db/enums";
import { daysBetween, today } from "@/lib/core/dates";
import { addRunningDays, type Pause, pauseOn, runningDaysBetween } from "@/lib/core/great-holidays";
import { PROMISES } from "@/lib/core/i18n/promises";
import { awaitedParty } from "./policy";

/** After so many running days without a move whoever has to act is reminded, and then the interest ends by itself. */
export const REMIND_AFTER = [7, 21] as const;
export const LAPSE_AFTER = PROMISES.interestDays;

/**
 * An interest's time on a calendar day in Lyon: for how many days it has been where it is, how many of them `ran`, and, until
 * it is answered, on which day `YYYY-MM-DD` it ends by itself and the pause in which the clock stands.
 */
export function clockOf(
  { state, stateAt }: { state: InterestState; stateAt: Date },
  day = today(),
): { days: number; ran: number; lapsesOn: string | null; pause: Pause | null } {
  const since = today(stateAt);
  const isWaiting = awaitedParty(state) !== null;
  return {
    days: Math.max(0, daysBetween(since, day)),
    ran: runningDaysBetween(since, day),
    lapsesOn: isWaiting ? addRunningDays(since, LAPSE_AFTER) : null,
    pause: isWaiting ? pauseOn(day) : null,
  };
}
