import { addDays, daysBetween } from "@/lib/core/dates";

/** What is told of dues that run out, once each: 30 and 7 days before, once they have, and in the middle of the grace. */
const DUES_STEPS = ["soon-30", "soon-7", "over", "grace"] as const;
export type DuesStep = (typeof DUES_STEPS)[number];

/** Nobody lapses by the clock sooner than so many days after its last letter, however late that went. */
export const LAST_LETTER_DAYS = 14;

/**
 * The letter that is due on a calendar day of whoever has paid until another, both `YYYY-MM-DD`: the latest alone, what was
 * missed before it is made up for by it. Null while there is none.
 */
export function duesStep(paidUntil: string, day: string, graceDays: number): DuesStep | null {
  const left = daysBetween(day, paidUntil);
  if (left > 30) return null;
  if (left > 7) return "soon-30";
  if (left >= 0) return "soon-7";
  return -left > Math.ceil(graceDays / 2) ? "grace" : "over";
}

/** The steps that say the same or more: one of these told, this step is no news. */
export const stepsFrom = (step: DuesStep): readonly DuesStep[] =>
  DUES_STEPS.slice(DUES_STEPS.indexOf(step));

/** The last day of the grace, `YYYY-MM-DD`: the membership lapses by itself the day after. */
export const graceEnd = (paidUntil: string, graceDays: number): string =>
  addDays(paidUntil, graceDays);

/** Whether a membership lapses on a day: its grace is over, and its last letter, told on `toldOn`, was long enough ago. */
export function isLapseDue(
  { paidUntil, toldOn }: { paidUntil: string; toldOn: string | null },
  day: string,
  graceDays: number,
): boolean {
  if (toldOn === null || graceEnd(paidUntil, graceDays) >= day) return false;
  return daysBetween(toldOn, day) >= LAST_LETTER_DAYS;
}
