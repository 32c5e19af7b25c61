import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { durationWords, taskWords } from "@/lib/jobs/job-words";
import type { JobRun } from "@/lib/jobs/queries";
import { runState } from "@/lib/jobs/run-state";
import { DataTable } from "../ui/data-table";
import { RunBadge } from "./run-badge";
import { RunResult } from "./run-result";

type RunsTableProps = { locale: Locale; runs: JobRun[]; caption: string; now: Date };

/** Runs of planned jobs: when, how long, what each did or what ended it; newest first. */
export function RunsTable({ locale, runs, caption, now }: RunsTableProps) {
  const t = getTranslator(locale, "jobs");
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          key: "task",
          header: t("columns.task"),
          rowHeader: true,
          cell: ({ task }) => taskWords(task, locale),
        },
        {
          key: "when",
          header: t("columns.when"),
          cell: ({ startedAt }) => (
            <time dateTime={startedAt.toISOString()}>{formatInstant(startedAt, locale)}</time>
          ),
        },
        {
          key: "duration",
          header: t("columns.duration"),
          numeric: true,
          cell: ({ startedAt, finishedAt }) =>
            finishedAt ? durationWords(+finishedAt - +startedAt, locale) : "–",
        },
        {
          key: "state",
          header: t("columns.state"),
          cell: (run) => <RunBadge locale={locale} state={runState(run, now)} />,
        },
        {
          key: "result",
          header: t("columns.result"),
          cell: (run) => <RunResult locale={locale} run={run} />,
        },
      ]}
      rowKey={({ id }) => id}
      rows={runs}
    />
  );
}
