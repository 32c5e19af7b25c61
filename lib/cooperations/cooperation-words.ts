import { formatPartDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type Period = { signed: string | null; renewed?: string | null; ends: string | null };

/** From when to when an agreement runs: "janvier 1988 – 2012", "depuis 2000"; `""` where nothing is known. */
export function periodWords({ signed, ends }: Period, locale: Locale): string {
  if (!signed && !ends) return "";
  const t = getTranslator(locale, "cooperations");
  const key = signed && ends ? "between" : signed ? "since" : "until";
  const [from, to] = [signed, ends].map((day) => (day ? formatPartDay(day, locale) : ""));
  const precision = (signed ?? ends ?? "").length === 10 ? "day" : "less";
  return t(`period.${key}`, { from: from ?? "", to: to ?? "", precision });
}

/** Over since the last day that its end may mean. */
export const isEnded = (ends: string | null, today: string): boolean =>
  ends !== null && today.slice(0, ends.length) > ends;

/** The first year that the timeline shows, unless an agreement is older: Lyon's and Guangzhou's. */
const FIRST = 1988;

/** A date as a year with its part: `1988-07` is 1988.5. */
function yearOf(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year + (month - 1) / 12;
}

/** What a year takes of the line on a phone, in per cent. */
const MARK_WIDTH = 12;

export type Bar = { slug: string; from: number; width: number; renewed: number | null };

/** Where each dated agreement stands on a line of years, in per cent of it, and the years that mark the line. */
export function timelineOf(lines: readonly (Period & { slug: string })[], today: string) {
  const dated = lines.filter(({ signed }) => signed !== null);
  const starts = dated.map(({ signed }) => Math.floor(yearOf(signed ?? "")));
  const ends = dated.map(({ ends: end }) => Math.ceil(yearOf(end ?? today) + 0.01));
  const first = Math.min(FIRST, ...starts);
  const last = Math.max(Math.ceil(yearOf(today) + 0.01), ...ends);
  const at = (year: number) => Math.round(((year - first) / (last - first)) * 1000) / 10;
  const bars = dated.map(({ slug, signed, renewed, ends: end }): Bar => {
    const from = at(yearOf(signed ?? ""));
    const to = at(end ? yearOf(end) + (end.length === 4 ? 1 : 1 / 12) : yearOf(today));
    const width = Math.max(1, Math.min(100, to) - from);
    return { slug, from, width, renewed: renewed ? at(yearOf(renewed)) : null };
  });
  const decades = Array.from({ length: 20 }, (_, index) => Math.ceil(first / 10) * 10 + index * 10);
  const marks = [{ year: first, at: 0 }];
  for (const year of decades) {
    const isApart = at(year) - (marks.at(-1)?.at ?? 0) >= MARK_WIDTH;
    if (isApart && at(year) <= 100 - MARK_WIDTH) marks.push({ year, at: at(year) });
  }
  return { bars, marks };
}
