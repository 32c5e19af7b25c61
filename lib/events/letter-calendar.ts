import "server-only";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { type CalendarRow, writeEvents } from "./event-calendar";

/** What letters carry beside their words: the event for the calendar of who reads one, written once a language. */
export function calendarLetter(event: CalendarRow) {
  const written = new Map<Locale, string>();
  return (locale: Locale) => {
    const calendar =
      written.get(locale) ?? writeEvents([event], { locale, origin: env().APP_ORIGIN });
    written.set(locale, calendar);
    return { calendar };
  };
}
