import type { ReactNode } from "react";
import { warnOn } from "@/lib/core/date-notes";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { languageByScript } from "@/lib/core/text/foreign-words";
import type { Milestone } from "@/lib/rooms/milestones.queries";
import { Badge } from "../ui/badge";
import { Bar } from "../ui/bar";
import { DateWarning } from "../ui/date-warning";

type MilestoneRowProps = { milestone: Milestone; locale: Locale; children?: ReactNode };

/** A milestone: what, when, how far. */
export function MilestoneRow({ milestone, locale, children }: MilestoneRowProps) {
  const t = getTranslator(locale, "rooms");
  const { title, startsOn, dueOn, progress, doneAt } = milestone;
  const due = formatDay(dueOn, locale);
  const isAhead = doneAt === null && dueOn >= today();
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3
          className="min-w-0 break-words font-semibold"
          dir="auto"
          lang={languageByScript(title, locale)}
        >
          {title}
        </h3>
        {doneAt ? <Badge tone="success">{t("milestones.done")}</Badge> : null}
        {!doneAt && dueOn < today() ? <Badge tone="warning">{t("milestones.late")}</Badge> : null}
      </div>
      <p className="mt-1 text-secondary text-sm">
        {startsOn
          ? t("milestones.between", { start: formatDay(startsOn, locale), due })
          : t("milestones.due", { day: due })}
      </p>
      {isAhead ? <DateWarning notes={[]} warnings={warnOn(dueOn, locale).warnings} /> : null}
      {doneAt ? (
        <p className="text-muted text-sm">
          {t("milestones.doneOn", { day: formatDay(doneAt, locale) })}
        </p>
      ) : (
        <div className="mt-2 max-w-xs">
          <p className="mb-1 text-muted text-sm tabular-nums">
            {t("milestones.progress", { percent: progress })}
          </p>
          <Bar percent={progress} />
        </div>
      )}
      {children}
    </li>
  );
}
