import { formatMonth } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { AgendaLine } from "@/lib/events/agenda.queries";
import { EVENTS } from "@/lib/events/event";
import { type DayCell, daysOf, monthGrid } from "@/lib/events/month-grid";
import { EntryTitle } from "../entries/entry-title";

type MonthTableProps = {
  /** `YYYY-MM`. */
  month: string;
  lines: readonly AgendaLine[];
  /** `YYYY-MM-DD`. */
  today: string;
  locale: Locale;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A month as a table of its weeks, each event on the days on which it is held there. On phones an event is a sign, and its line stands below. */
export function MonthTable({ month, lines, today, locale }: MonthTableProps) {
  const t = getTranslator(locale, "events");
  return (
    <table className="month-table">
      <caption className="sr-only">
        {t("list.monthTable", { month: formatMonth(`${month}-01`, locale) })}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthGrid(month, lines).map((week) => (
          <tr key={week[0]?.day}>
            {week.map((cell) => (
              <Day cell={cell} isToday={cell.day === today} key={cell.day} locale={locale} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { cell: DayCell<AgendaLine>; isToday: boolean; locale: Locale };

function Day({ cell, isToday, locale }: DayProps) {
  const { day, isInMonth, events } = cell;
  return (
    <td {...(isToday && { "aria-current": "date" })}>
      <time {...(!isInMonth && { className: "text-muted" })} dateTime={day}>
        {Number(day.slice(8))}
      </time>
      {events.length > 0 ? (
        <ul className="mt-1 space-y-1">
          {events.map((event) => (
            <li key={event.id}>
              <DayEvent day={day} event={event} locale={locale} />
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}

/** An event on one of its days: its time on the first, that it goes on on the others. */
function DayEvent({ day, event, locale }: { day: string; event: AgendaLine; locale: Locale }) {
  const t = getTranslator(locale, "events");
  const isFirst = daysOf(event).first === day;
  const title = <EntryTitle entry={event} locale={locale} noun={EVENTS} />;
  return (
    <a className="month-event" href={path(locale, `/events/${event.slug}`)}>
      <span className="max-md:sr-only">
        <span className="tabular-nums">{isFirst ? event.starts?.slice(11) : t("list.goesOn")}</span>{" "}
        {event.progress === "cancelled" ? (
          <>
            <s>{title}</s> <span className="sr-only">{t("marks.cancelled")}</span>
          </>
        ) : (
          title
        )}
      </span>
    </a>
  );
}
