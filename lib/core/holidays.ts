import calendar from "@/db/reference/calendar/holidays-2026-2027.json" with { type: "json" };
import { addDays } from "./dates";
import type { Locale } from "./i18n/locales";
import { frenchHolidays } from "./working-days";

type Country = "FR" | "CN";

/** Days off for a public holiday, both ends `YYYY-MM-DD`. */
export type Holiday = {
  country: Country;
  /** As `db/reference/calendar` names it. */
  slug: string;
  name: Record<Locale, string>;
  from: string;
  to: string;
  /** Saturdays and Sundays that are worked for it (调休). */
  makeUpDays: readonly string[];
  /** False where China has yet to say which days: these are then those that the law fixes. */
  isPublished: boolean;
};

const known = calendar.items.map(
  ({ country, slug, name, date, endDate, makeUpWorkdays, statutoryDays, status }) => ({
    country: country as Country,
    slug,
    name,
    from: date,
    to: endDate,
    makeUpDays: makeUpWorkdays ?? [],
    isPublished: status !== "statutory-only",
    // The first days of January may be given with the last of December.
    year: Number((statutoryDays?.[0] ?? date).slice(0, 4)),
  }),
);

const nameOf = (country: Country, slug: string): Record<Locale, string> => {
  const one = known.find((item) => item.country === country && item.slug === slug);
  return one?.name ?? { fr: slug, en: slug, zh: slug };
};

const LAST_PUBLISHED = Math.max(
  ...known.filter((one) => one.country === "CN" && one.isPublished).map(({ year }) => year),
);

/** Whether the General Office of the State Council has yet to publish China's days off of a year; each November brings the next. */
export const isWaitedFor = (year: number): boolean => year > LAST_PUBLISHED;

const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", {
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** Where the new moon falls within minutes of midnight in Beijing, ICU reckons the year a day too late or too soon. */
const NEAR_MIDNIGHT: Record<number, string> = { 2027: "2027-02-06", 2030: "2030-02-03" };

/** The first day of the Chinese year that begins in a year, `YYYY-MM-DD`, by the calendar of ICU. Throws where it has none. */
export function chineseNewYear(year: number): string {
  const near = NEAR_MIDNIGHT[year];
  if (near) return near;
  for (let day = `${year}-01-20`; day <= `${year}-02-22`; day = addDays(day, 1)) {
    const parts = chinese.formatToParts(new Date(day));
    const of = (type: "month" | "day") => parts.find((part) => part.type === type)?.value;
    if (of("month") === "1" && of("day") === "1") return day;
  }
  throw new Error(`No Chinese year begins in ${year}`);
}

/** Days that the law fixes by a date or by the new year (as revised on 10 November 2024); those that follow the moon otherwise wait for the notice. */
function byLaw(year: number): Holiday[] {
  const first = chineseNewYear(year);
  const days = {
    "new-year": [`${year}-01-01`, `${year}-01-01`],
    "spring-festival": [addDays(first, -1), addDays(first, 2)],
    "labour-day": [`${year}-05-01`, `${year}-05-02`],
    "national-day": [`${year}-10-01`, `${year}-10-03`],
  };
  return Object.entries(days).map(([slug, [from = "", to = ""]]) => {
    const name = nameOf("CN", slug);
    return { country: "CN", slug, name, from, to, makeUpDays: [], isPublished: false };
  });
}

const inChina = new Map<number, readonly Holiday[]>();

/**
 * China's public holidays of a year in their order: as they were published, with the days around them and the days that are worked for
 * them; until then as the law fixes them.
 */
export function holidaysInChina(year: number): readonly Holiday[] {
  const kept = inChina.get(year);
  if (kept) return kept;
  const written = known.filter((one) => one.country === "CN" && one.year === year);
  const all: readonly Holiday[] = written.length > 0 ? written : byLaw(year);
  inChina.set(year, all);
  return all;
}

const holidaysInFrance = (year: number): Holiday[] =>
  [...frenchHolidays(String(year))].map(([day, slug]) => {
    const name = nameOf("FR", slug);
    return { country: "FR", slug, name, from: day, to: day, makeUpDays: [], isPublished: true };
  });

/** So many calendar years of a span are looked at. */
const MOST_YEARS = 3;

/** The public holidays that fall on days from one to another, both `YYYY-MM-DD`: France's, then China's; the weekends worked for one too. */
export function holidaysWithin(from: string, to: string) {
  const first = Number(from.slice(0, 4));
  const count = Math.min(Number(to.slice(0, 4)) - first + 1, MOST_YEARS);
  const years = Array.from({ length: Math.max(count, 1) }, (_, index) => first + index);
  const around = [...years, (years.at(-1) ?? first) + 1].flatMap(holidaysInChina);
  const isWithin = (day: string) => from <= day && day <= to;
  return {
    daysOff: [...years.flatMap(holidaysInFrance), ...around].filter(
      (one) => one.from <= to && one.to >= from,
    ),
    makeUpDays: around.flatMap(({ makeUpDays, name }) =>
      makeUpDays.filter(isWithin).map((day) => ({ day, name })),
    ),
    waitedFor: years.filter(isWaitedFor),
  };
}
