import { addDays, clockIn, instantAt, ZONE } from "@/lib/core/dates";

type Mailed = {
  /** When the last mail of a room was queued, and the moment that is asked of. */
  mailedAt: Date;
  now: Date;
  /** The account's own; Lyon's where it has said none (null). */
  timeZone: string | null;
};

/** Whether another mail of a room may follow one: what comes later that day waits until eight the next morning, by its reader's clock. */
export function mayFollow({ mailedAt, now, timeZone }: Mailed): boolean {
  const zone = timeZone ?? ZONE.lyon;
  return now >= instantAt(zone, `${addDays(clockIn(zone, mailedAt).day, 1)} 08:00`);
}
