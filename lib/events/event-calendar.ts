import type { EventProgress, ModerationState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { path } from "@/lib/core/paths";
import { type CalendarEvent, writeCalendar } from "@/lib/core/text/calendar";
import { addressWords, type OnPoster } from "./event-poster";

/** What a calendar is told of an event. */
export type CalendarRow = Pick<
  OnPoster,
  "title" | "originalLocale" | "format" | "place" | "cities" | "startsAt" | "endsAt"
> & {
  id: string;
  slug: string;
  /** Of who has a place, who is on the way there; in no feed. */
  venue?: LocalizedText;
  moderation: ModerationState;
  progress: EventProgress;
  version: number;
  updatedAt: Date;
};

type Setting = {
  locale: Locale;
  /** Of the portal, for links. */
  origin: string;
  /** What a feed is called; none of a file to be opened once. */
  name?: string;
};

/**
 * Events as an iCalendar file in a reader's language: title, time, places by name and the link, nothing of who comes
 * or of how to take part from afar; the building where it is given. One without a time is left out.
 */
export function writeEvents(rows: readonly CalendarRow[], { locale, origin, name }: Setting) {
  return writeCalendar({
    name,
    page: origin + path(locale, "/events"),
    lang: LANGUAGE_TAG[locale],
    events: rows.flatMap((row): CalendarEvent[] => {
      const { id, slug, title, originalLocale, startsAt, endsAt, version, updatedAt } = row;
      if (!startsAt || !endsAt) return [];
      return [
        {
          ...{ id, version, updatedAt, startsAt, endsAt },
          title: pickText(title, locale, originalLocale)?.text ?? "",
          place: placeWords(row, locale) || null,
          page: origin + path(locale, `/events/${slug}`),
          isCancelled: row.progress === "cancelled",
          isTentative: row.moderation !== "published",
        },
      ];
    }),
  });
}

/** In one line, as calendars show it and maps look for it. */
const placeWords = ({ venue = {}, ...row }: CalendarRow, locale: Locale) =>
  addressWords({ ...row, venue }, locale).replaceAll(/\s*\n\s*/g, ", ");
