import { formatDay, formatDays } from "./dates";
import { holidaysWithin } from "./holidays";
import type { Locale } from "./i18n/locales";
import { getTranslator } from "./i18n/translator";

/** What is said of a date that somebody proposes: what they should know before they keep it, and what may be of use. */
export type DateNotes = { warnings: string[]; notes: string[] };

/**
 * What the calendars of both countries say of a day `YYYY-MM-DD`, or of the days up to `to`, in the reader's language. A public holiday
 * warns; a weekend that China works to make up for one (调休) does not, and is noted, as is a year whose days off China has not published.
 */
export function warnOn(from: string, locale: Locale, to = from): DateNotes {
  const t = getTranslator(locale, "ui");
  const { daysOff, makeUpDays, waitedFor } = holidaysWithin(from, to);
  return {
    warnings: daysOff.map((one) => {
      const day = formatDays(one.from, one.to, locale);
      const several = one.from === one.to ? "one" : "several";
      return t(`dates.off.${several}`, { day, name: one.name[locale], country: one.country });
    }),
    notes: [
      ...makeUpDays.map(({ day, name }) =>
        t("dates.madeUp", { day: formatDay(day, locale), name: name[locale] }),
      ),
      ...waitedFor.map((year) => t("dates.unpublished", { year: String(year) })),
    ],
  };
}
