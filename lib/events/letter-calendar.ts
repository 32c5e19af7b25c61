import "server-only";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { thisMoment } from "@/lib/core/this-moment";
import { type CalendarRow, writeEvents } from "./event-calendar";

/**
 * What letters carry beside their words: the event for the calendar of who reads one, written once a language; crossed out where their
 * place `isGivenUp`. Its stamp is that of the letter: of the same version calendars take what was written last.
 */
export function calendarLetter(event: CalendarRow, isGivenUp = false) {
  const written = new Map<Locale, string>();
  const row = {
    ...event,
    updatedAt: thisMoment(),
    ...(isGivenUp && { progress: "cancelled" as const }),
  };
  return (locale: Locale) => {
    const calendar =
      written.get(locale) ?? writeEvents([row], { locale, origin: env().APP_ORIGIN });
    written.set(locale, calendar);
    return { calendar };
  };
}
