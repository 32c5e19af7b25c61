import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

export type CalendarEvent = {
  /** A UUID, its name for good: the same in every file, feed and language. */
  id: string;
  /** How often it was changed: calendars take the higher one. */
  version: number;
  updatedAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  /** Where it is held; nothing of how to take part from afar. */
  place: string | null;
  /** Its page, absolute. */
  page: string;
  isCancelled: boolean;
  /** Nobody has published it yet, and it may change. */
  isTentative: boolean;
};

const statusOf = ({ isCancelled, isTentative }: CalendarEvent) => {
  if (isCancelled) return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
};

type Calendar = {
  /** What calendars call a feed, and the page it follows, absolute; a file to be opened once has no name of its own. */
  name?: string;
  page: string;
  /** BCP 47. */
  lang: string;
  events: readonly CalendarEvent[];
};

/** What RFC 5545 lets no text hold (section 3.1): controls but the tab and the end of a line. */
const UNWRITABLE = /(?![\t\n])\p{Cc}/gu;

const plain = (text: string) => text.replace(/\r\n?/g, "\n").replace(UNWRITABLE, "");

/** So often a calendar that follows a feed asks for it. */
const REFRESHED_S = 3600;

/**
 * Events as an iCalendar file (RFC 5545), UTF-8, lines of at most 75 octets ended by CRLF, all times in UTC: calendars show them by
 * the clock of who reads. The same for the same events, so that a feed is sent again only when one has changed.
 */
export function writeCalendar({ name, page, lang, events }: Calendar): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "China business club", product: "portal", language: lang.toUpperCase() },
    ...(name !== undefined && { name: plain(name), ttl: REFRESHED_S, url: page }),
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.id,
      sequence: event.version,
      stamp: event.updatedAt,
      lastModified: event.updatedAt,
      start: event.startsAt,
      end: event.endsAt,
      summary: plain(event.title),
      location: event.place === null ? null : plain(event.place),
      url: event.page,
      status: statusOf(event),
    });
  }
  return `${calendar.toString()}\r\n`;
}
