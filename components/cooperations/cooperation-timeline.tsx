import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { periodWords, timelineOf } from "@/lib/cooperations/cooperation-words";
import type { CooperationLine } from "@/lib/cooperations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EntryTitle } from "../entries/entry-title";

type CooperationTimelineProps = { lines: CooperationLine[]; today: string; locale: Locale };

/** Agreements along the years, a bar each: what is drawn is said beside it in words. */
export function CooperationTimeline({ lines, today, locale }: CooperationTimelineProps) {
  const { bars, marks } = timelineOf(lines, today);
  if (bars.length === 0) return null;
  const t = getTranslator(locale, "cooperations");
  const lineOf = new Map(lines.map((line) => [line.slug, line]));
  return (
    <section aria-labelledby="timeline" className="mb-12">
      <h2 className="font-semibold text-2xl" id="timeline">
        {t("list.timeline")}
      </h2>
      <p className="mt-1 text-muted">{t("list.timelineHint")}</p>
      <svg aria-hidden="true" className="mt-4 h-6 w-full overflow-visible text-muted text-xs">
        {marks.map(({ year, at }) => (
          <text fill="currentColor" key={year} x={`${at}%`} y="14">
            {year}
          </text>
        ))}
      </svg>
      <ol className="space-y-3 border-hairline border-t pt-3">
        {bars.map(({ slug, from, width, renewed }) => {
          const line = lineOf.get(slug);
          return line ? (
            <li key={slug}>
              <a href={path(locale, `/cooperations/${slug}`)}>
                <EntryTitle entry={line} locale={locale} noun={COOPERATIONS} />
              </a>{" "}
              <span className="text-muted text-sm">{periodWords(line, locale)}</span>
              <svg aria-hidden="true" className="mt-1 block h-3 w-full">
                <rect
                  className="fill-link"
                  height="6"
                  rx="3"
                  width={`${width}%`}
                  x={`${from}%`}
                  y="3"
                />
                {renewed === null ? null : (
                  <rect className="fill-brand" height="12" width="2" x={`${renewed}%`} y="0" />
                )}
              </svg>
            </li>
          ) : null;
        })}
      </ol>
    </section>
  );
}
