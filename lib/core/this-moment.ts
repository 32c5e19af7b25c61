import { markOfTheMinute } from "@/db/request-mark";

/** The time of day at which a page is drawn; one that is kept for all visitors is drawn anew a minute after it was asked for. */
export function thisMoment(): Date {
  markOfTheMinute();
  return new Date();
}
