import {
  CLOCKS,
  type Clock,
  formatWeekday,
  HOUR_MS,
  instantsAt,
  isDay,
  MINUTE_MS,
  wallClock,
  ZONE,
} from "./dates";
import type { ErrorCode } from "./errors";
import type { Locale } from "./i18n/locales";
import { getTranslator } from "./i18n/translator";

/** What one clock shows of an instant or a span, as it begins (ISO 8601, UTC) and in words. */
export type ClockWords = { clock: Clock; at: string; words: string };

/** What a clock shows: a day `YYYY-MM-DD` and the time of day, with its distance from UTC where it shows that time twice. */
type Shown = { day: string; time: string };

/** The club's two clocks, the reader's first. */
const clocksFor = (locale: Locale): Clock[] =>
  locale === "zh" ? ["beijing", "lyon"] : [...CLOCKS];

function shownBy(clock: Clock, at: Date): Shown {
  const minute = wallClock(ZONE[clock], at);
  const [day = "", time = ""] = minute.split(" ");
  if (instantsAt(ZONE[clock], minute).length < 2) return { day, time };
  const whole = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  const hours = (Date.parse(`${day}T${time}Z`) - whole) / HOUR_MS;
  return { day, time: `${time} UTC+${hours}` };
}

/**
 * An instant, or the span up to `endsAt`, on both clocks of the club, the reader's first: `mardi 1er décembre 2026 à 18:00 (Lyon)`
 * and `mercredi 2 décembre à 01:00 (Pékin)`. The second repeats neither the year nor the days that the first has said. A time that a
 * clock shows twice, in the night in which it is put back, carries its distance from UTC.
 */
export function onBothClocks(
  startsAt: Date | string,
  endsAt: Date | string | null,
  locale: Locale,
): ClockWords[] {
  const t = getTranslator(locale, "ui");
  const [from, to] = [new Date(startsAt), endsAt === null ? null : new Date(endsAt)];
  let said: { first: string; last: string } | null = null;
  return clocksFor(locale).map((clock) => {
    const start = shownBy(clock, from);
    const end = to && shownBy(clock, to);
    const { day: first } = start;
    const last = end?.day ?? first;
    const isSaid = said?.first === first && said.last === last;
    const city = t(`clocks.city.${clock}`);
    const times = { from: start.time, to: end?.time ?? "", city };
    const day = formatWeekday(first, locale, !isSameYear(said?.first, first));
    said ??= { first, last };
    const words = () => {
      if (!end) return isSaid ? t("clocks.time", times) : t("clocks.point", { ...times, day });
      if (first !== last) {
        const until = formatWeekday(last, locale, !isSameYear(first, last));
        return t("clocks.days", { ...times, day, until });
      }
      return isSaid ? t("clocks.hours", times) : t("clocks.span", { ...times, day });
    };
    return { clock, at: from.toISOString(), words: words() };
  });
}

const isSameYear = (one: string | undefined, other: string) =>
  one?.slice(0, 4) === other.slice(0, 4);

/** The same in one line, for a mail or a title: `… à 18:00 (Lyon) · … à 01:00 (Pékin)`. */
export function formatOnBothClocks(
  startsAt: Date | string,
  endsAt: Date | string | null,
  locale: Locale,
): string {
  return onBothClocks(startsAt, endsAt, locale)
    .map(({ words }) => words)
    .join(" · ");
}

/**
 * The instant that somebody means who writes a minute `YYYY-MM-DD HH:MM` (browsers send a `T` between) by the clocks of a time
 * zone; or why it means none: it is no date, or clocks skip it or show it twice in a night in which they change.
 */
export function readMinute(
  timeZone: string,
  written: string,
): { at: Date } | { fault: Extract<ErrorCode, "notADate" | "minuteSkipped" | "minuteTwice"> } {
  const [, day = "", time = ""] =
    /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(written) ?? [];
  if (!isDay(day)) return { fault: "notADate" };
  const [at, other] = instantsAt(timeZone, `${day} ${time}`);
  if (!at) return { fault: "minuteSkipped" };
  return other ? { fault: "minuteTwice" } : { at };
}
