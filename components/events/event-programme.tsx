import { formatWeekday } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { isOlder } from "@/lib/entries/older-text";
import { type ProgrammeLine, type ProgrammeTime, readProgramme } from "@/lib/events/programme";
import type { EventPage } from "@/lib/events/queries";

type EventProgrammeProps = { event: EventPage; locale: Locale };

/** What happens when: day by day, each time on both clocks; nothing where nothing was written. */
export function EventProgramme({ event, locale }: EventProgrammeProps) {
  const picked = pickText(event.programme, locale, event.originalLocale);
  if (!picked) return null;
  const t = getTranslator(locale, "events");
  const note = textNote(locale, picked, isOlder(event.stale, "programme", picked));
  return (
    <section aria-labelledby="part-programme">
      <h2 className="mb-3 font-semibold text-2xl" id="part-programme">
        {t("page.programme")}
      </h2>
      {note ? <p className="mb-1 text-muted text-sm">{note}</p> : null}
      <div className="max-w-measure space-y-5">
        {readProgramme(picked.text, event.zone, event.starts).map(({ day, lines }) => (
          <div key={day}>
            {day ? (
              <h3 className="mb-2 font-semibold text-lg">{formatWeekday(day, locale)}</h3>
            ) : null}
            <ul className="space-y-2" lang={LANGUAGE_TAG[picked.lang]}>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a programme's lines do not move
                <Line key={index} line={line} locale={locale} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Line({ line: { times, words }, locale }: { line: ProgrammeLine; locale: Locale }) {
  if (times.length === 0) return <li dir="auto">{words}</li>;
  return (
    <li className="grid grid-cols-1 gap-x-6 sm:grid-cols-[12rem_1fr]">
      <span
        className="flex flex-wrap gap-x-3 text-secondary tabular-nums"
        lang={LANGUAGE_TAG[locale]}
      >
        {times.map((time) => (
          <span key={time.clock}>{timeWords(time, locale)} </span>
        ))}
      </span>
      <span dir="auto">{words}</span>
    </li>
  );
}

function timeWords({ clock, time, until, shift }: ProgrammeTime, locale: Locale): string {
  const ui = getTranslator(locale, "ui");
  const said = { from: time, to: until ?? "", city: ui(`clocks.city.${clock}`) };
  const shown = ui(until ? "clocks.hours" : "clocks.time", said);
  if (shift === 0) return shown;
  return getTranslator(locale, "events")(shift > 0 ? "page.nextDay" : "page.dayBefore", {
    clock: shown,
  });
}
