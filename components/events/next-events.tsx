import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { AgendaLine } from "@/lib/events/agenda.queries";
import { EVENTS } from "@/lib/events/event";
import { EntryTitle } from "../entries/entry-title";
import { TwoClocks } from "../ui/two-clocks";

type NextEventsProps = { events: readonly AgendaLine[]; locale: Locale };

/** The next events by title, each with when it is on both clocks. */
export function NextEvents({ events, locale }: NextEventsProps) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {events.map((event) => (
        <li className="py-3" key={event.slug}>
          <a className="font-semibold" href={path(locale, `/events/${event.slug}`)}>
            <EntryTitle entry={event} locale={locale} noun={EVENTS} />
          </a>
          {event.startsAt ? (
            <p className="text-secondary text-sm">
              <TwoClocks endsAt={event.endsAt} locale={locale} startsAt={event.startsAt} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
