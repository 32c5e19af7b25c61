import { DAY_MS, HOUR_MS } from "@/lib/core/dates";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { PROMISES } from "@/lib/core/i18n/promises";

/** What says on the page of an event what became of one's own registration, wherever its form stood. */
export const REGISTRATION_TOLD = "form-registration";

/** The form that notes a payment, which says so itself, whichever address of the list it stood on. */
export const paidForm = (registrationId: string) => `form-pay-${registrationId}`;

/** The most that one transaction settles of an event; the worker goes on from there. */
export const MOST_AT_ONCE = 50;

/** Until when a place that comes free is held for the next who waits: never beyond the start of the event. */
export function offeredUntil(now: Date, startsAt: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  const isSoon = left <= PROMISES.seatSoonDays * DAY_MS;
  const hours = isSoon ? PROMISES.seatSoonHours : PROMISES.seatHours;
  return new Date(now.getTime() + Math.min(hours * HOUR_MS, left));
}

/** Names as they are written, one a line; none for an empty line. */
export const namesOf = (written: string): string[] =>
  written
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** The first line that names nobody: without a letter. Counted from 1; 0 where each is a name. */
export const namelessLine = (names: readonly string[]): number =>
  names.findIndex((name) => !/\p{L}/u.test(name)) + 1;

/** Throws `companionNameless` on the companions where a line names nobody. */
export function requireNames(companions: readonly string[]): void {
  const line = namelessLine(companions);
  if (line === 0) return;
  throw new AppError("companionNameless", { field: "companions", values: { line } });
}

/** Places nobody has; without a number, as many as come. */
export const freeOf = ({ capacity }: { capacity: number | null }, taken: number): number =>
  capacity === null ? Number.MAX_SAFE_INTEGER : Math.max(0, capacity - taken);

/** The same as a reader is told; null where there is no number, or they are not told what is taken. */
export const freePlaces = ({
  capacity,
  taken,
}: {
  capacity: number | null;
  taken: number | null;
}): number | null => (capacity === null || taken === null ? null : freeOf({ capacity }, taken));

/** A refusal of a party, on the field of its companions where it is about them. */
export function refusedParty(
  code: ErrorCode,
  { companionsMost, capacity }: { companionsMost: number; capacity: number | null },
): AppError {
  const field = "companions";
  if (code === "noCompanions") return new AppError(code, { field });
  if (code === "tooManyCompanions")
    return new AppError(code, { field, values: { most: companionsMost } });
  if (code === "partyTooLarge")
    return new AppError(code, { field, values: { most: capacity ?? 0 } });
  return new AppError(code);
}
