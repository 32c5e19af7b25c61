import type { EventZone } from "@/db/enums";
import { CLOCKS, type Clock, instantsAt, isDay, wallClock, ZONE } from "@/lib/core/dates";

/** What one clock shows of a line of a programme; `shift` says by how many days that is another one than where it stands. */
export type ProgrammeTime = { clock: Clock; time: string; shift: -1 | 0 | 1 };

/** A line of a programme; one that begins with a time of day has it on both clocks, that of its place first. */
export type ProgrammeLine = { times: ProgrammeTime[]; words: string };

/** A day `YYYY-MM-DD` with its lines; null for what stands before any day is named. */
export type ProgrammeDay = { day: string | null; lines: ProgrammeLine[] };

const TIME = /^([01]?\d|2[0-3])[:：hH时]([0-5]\d)?(?!\d)\s*[-–—:：]?\s*/;

/**
 * A programme as it is written: a day alone on a line (`2027-04-13`) begins that day, a line that begins with a time (`09:00 Welcome`) is
 * said on both clocks. What is written otherwise stays as it is. `starts` is the minute at which the event starts by the clocks of
 * `zone`, for lines above the first day.
 */
export function readProgramme(
  text: string,
  zone: EventZone,
  starts: string | null,
): ProgrammeDay[] {
  const days: ProgrammeDay[] = [];
  let current: ProgrammeDay = { day: null, lines: [] };
  for (const written of text.split("\n")) {
    const line = written.trim();
    if (line.length === 10 && isDay(line)) {
      current = { day: line, lines: [] };
      days.push(current);
    } else if (line !== "") {
      if (days.length === 0) days.push(current);
      current.lines.push(readLine(line, zone, current.day ?? starts?.slice(0, 10) ?? null));
    }
  }
  return days;
}

function readLine(line: string, zone: EventZone, day: string | null): ProgrammeLine {
  const [start, hours, minutes = "00"] = TIME.exec(line) ?? [];
  if (start === undefined || hours === undefined) return { times: [], words: line };
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  const [at, other] = day ? instantsAt(ZONE[zone], `${day} ${time}`) : [];
  const own: ProgrammeTime = { clock: zone, time, shift: 0 };
  const words = line.slice(start.length);
  // A time that clocks skip or show twice says nothing of another clock.
  if (!at || other || !day) return { times: [own], words };
  const clock = CLOCKS.find((one) => one !== zone) ?? zone;
  const [there = "", shown = ""] = wallClock(ZONE[clock], at).split(" ");
  const shift = there === day ? 0 : there > day ? 1 : -1;
  return { times: [own, { clock, time: shown, shift }], words };
}
