import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { PLANNED_TASKS, taskWords } from "@/lib/jobs/job-words";
import type { JobRun } from "@/lib/jobs/queries";
import { FAILURE_DAYS, runState } from "@/lib/jobs/run-state";
import { DataTable } from "../ui/data-table";
import { RunBadge } from "./run-badge";
import { RunResult } from "./run-result";

type PlannedTableProps = {
  locale: Locale;
  rows: { last: JobRun; failures: number }[];
  now: Date;
};

/** Every planned job with its last run; the name opens all its runs, the number those that went wrong. */
export function PlannedTable({ locale, rows, now }: PlannedTableProps) {
  const t = getTranslator(locale, "jobs");
  const found = new Map(rows.map((row) => [row.last.task, row]));
  const runsOf = (task: string, failed = "") => path(locale, "/admin/jobs#runs", { task, failed });
  const planned = PLANNED_TASKS.map((task) => ({ task, ...found.get(task) }));
  return (
    <DataTable
      caption={t("planned.title")}
      columns={[
        {
          key: "task",
          header: t("columns.task"),
          rowHeader: true,
          cell: ({ task }) => (
            <a className="row-link" href={runsOf(task)}>
              {taskWords(task, locale)}
            </a>
          ),
        },
        {
          key: "state",
          header: t("columns.state"),
          cell: ({ last }) => (
            <RunBadge locale={locale} state={last ? runState(last, now) : "never"} />
          ),
        },
        {
          key: "when",
          header: t("columns.lastRun"),
          cell: ({ last }) =>
            last ? (
              <time dateTime={last.startedAt.toISOString()}>
                {formatInstant(last.startedAt, locale)}
              </time>
            ) : (
              "–"
            ),
        },
        {
          key: "result",
          header: t("columns.result"),
          cell: ({ last }) => (last ? <RunResult locale={locale} run={last} /> : "–"),
        },
        {
          key: "failures",
          header: t("columns.failures", { days: FAILURE_DAYS }),
          numeric: true,
          cell: ({ task, failures = 0 }) =>
            failures > 0 ? (
              <a className="row-link px-1" href={runsOf(task, "yes")}>
                {failures}
              </a>
            ) : (
              failures
            ),
        },
      ]}
      rowKey={({ task }) => task}
      rows={planned}
    />
  );
}
