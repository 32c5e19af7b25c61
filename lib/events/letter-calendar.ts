import "server-only";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { type CalendarRow, writeEvents } from "./event-calendar";

/** What a letter carries beside its words: the event for the calendar of who reads it, in their language. */
export const calendarLetter = (event: CalendarRow) => (locale: Locale) => ({
  calendar: writeEvents([event], {
    locale,
    origin: env().APP_ORIGIN,
    name: clubName(locale),
  }),
});
