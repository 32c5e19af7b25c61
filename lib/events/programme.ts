import type { EventZone } from "@/db/enums";
import { addDays, CLOCKS, type Clock, instantsAt, isDay, wallClock, ZONE } from "@/lib/core/dates";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

/** What one clock shows of a line of a programme, of a span `until` when; `shift` says by how many days it begins on another one than where it stands. */
export type ProgrammeTime = { clock: Clock; time: string; until?: string; shift: -1 | 0 | 1 };

/** A line of a programme; one that begins with a time of day, or a span, has it on both clocks, that of its place first. */
export type ProgrammeLine = { times: ProgrammeTime[]; words: string };

/** A day `YYYY-MM-DD` with its lines; null for what stands before any day is named. */
export type ProgrammeDay = { day: string | null; lines: ProgrammeLine[] };

const AT = "([01]?\\d|2[0-3])(?:\\s?[hH]\\s?(?=\\d)|[:：hH时点])(?:([0-5]\\d)分?)?(?![\\d半])";
const TIME = new RegExp(
  `^${AT}(?:(?:\\s*[-–—~～至到]\\s*|\\s(?:à|to)\\s)${AT})?\\s*[-–—:：]?\\s*`,
  "u",
);

type DatedProgramme = { programme: LocalizedText; starts: string | null; ends: string | null };

/**
 * A programme as it is written: a day alone on a line (`2027-04-13`) begins that day, a line that begins with a time (`09:00 Welcome`) or a
 * span (`09:00–10:30 Visit`) is said on both clocks. What is written otherwise stays as it is. `starts` is the minute at which the event
 * starts by the clocks of `zone`, for lines above the first day.
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
    if (isDayAlone(line)) {
      current = { day: line, lines: [] };
      days.push(current);
    } else if (line !== "") {
      if (days.length === 0) days.push(current);
      current.lines.push(readLine(line, zone, current.day ?? starts?.slice(0, 10) ?? null));
    }
  }
  return days;
}

/** The days named in a programme, in any of its languages, on which the event has not begun or is over; none before it has dates. */
export function daysOutside({ programme, starts, ends }: DatedProgramme): string[] {
  const [first, last] = [starts?.slice(0, 10), ends?.slice(0, 10)];
  if (!first || !last) return [];
  const lines = Object.values(programme).flatMap((text) => text.split("\n"));
  const outside = lines
    .map((line) => line.trim())
    .filter((line) => isDayAlone(line) && !(first <= line && line <= last));
  return [...new Set(outside)].sort();
}

const isDayAlone = (line: string) => line.length === 10 && isDay(line);

function readLine(line: string, zone: EventZone, day: string | null): ProgrammeLine {
  const [start, hours, minutes, endHours, endMinutes] = TIME.exec(line) ?? [];
  if (start === undefined || hours === undefined) return { times: [], words: line };
  const words = line.slice(start.length);
  const time = timeOf(hours, minutes);
  const until = endHours === undefined ? undefined : timeOf(endHours, endMinutes);
  const own: ProgrammeTime = { clock: zone, time, ...(until && { until }), shift: 0 };
  const at = day && instantOf(zone, day, time);
  const end = until && at && instantOf(zone, until > time ? day : addDays(day, 1), until);
  // A time that clocks skip or show twice says nothing of another clock.
  if (!at || (until && !end)) return { times: [own], words };
  const clock = CLOCKS.find((one) => one !== zone) ?? zone;
  const [there = "", shown = ""] = wallClock(ZONE[clock], at).split(" ");
  const shift = there === day ? 0 : there > day ? 1 : -1;
  const ends = end && { until: wallClock(ZONE[clock], end).slice(11) };
  return { times: [own, { clock, time: shown, ...ends, shift }], words };
}

const timeOf = (hours: string, minutes = "00") => `${hours.padStart(2, "0")}:${minutes}`;

/** The one instant at which a clock shows a time of a day. */
function instantOf(zone: EventZone, day: string, time: string): Date | null {
  const [at, other] = instantsAt(ZONE[zone], `${day} ${time}`);
  return at && !other ? at : null;
}
