import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { AgendaLine } from "@/lib/events/agenda.queries";
import { EVENTS } from "@/lib/events/event";
import { posterWords, whereWords } from "@/lib/events/event-poster";
import { EntryTitle } from "../entries/entry-title";
import { Badge } from "../ui/badge";
import { TwoClocks } from "../ui/two-clocks";
import { EventMarks } from "./event-marks";

type AgendaEntryProps = {
  event: AgendaLine;
  locale: Locale;
  /** Of the heading that its title is. */
  heading?: "h2" | "h3";
  now: Date;
};

/** A line of the agenda: its day as a figure, its kind and title, when on both clocks, where. */
export function AgendaEntry({ event, locale, heading: Heading = "h2", now }: AgendaEntryProps) {
  const { slug, eventKind, startsAt, endsAt } = event;
  const where = whereWords(event, locale);
  return (
    <li className="agenda-entry">
      <DayFigure event={event} locale={locale} />
      <div className="min-w-0">
        <div className="mb-1 flex flex-wrap gap-2">
          {eventKind ? <Badge>{referenceLabel("eventKinds", eventKind, locale)}</Badge> : null}
          <EventMarks event={event} locale={locale} now={now} />
        </div>
        <Heading className="font-semibold text-xl">
          <a href={path(locale, `/events/${slug}`)}>
            <EntryTitle entry={event} locale={locale} noun={EVENTS} />
          </a>
        </Heading>
        {startsAt ? (
          <p className="mt-1 text-secondary">
            <TwoClocks endsAt={endsAt} lineClass="block" locale={locale} startsAt={startsAt} />
          </p>
        ) : null}
        {where ? <p className="mt-1 text-muted text-sm">{where}</p> : null}
      </div>
    </li>
  );
}

/** Its day as its poster has it, with the clock by which it is that day where the reader's shows another. */
function DayFigure({ event, locale }: Pick<AgendaEntryProps, "event" | "locale">) {
  const words = posterWords(event, locale);
  return (
    <div aria-hidden="true">
      <span className="agenda-day whitespace-nowrap">{words?.figure}</span>
      <span className="text-secondary text-sm">{words?.month}</span>
    </div>
  );
}
