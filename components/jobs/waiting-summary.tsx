import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { taskWords } from "@/lib/jobs/job-words";
import type { FailedMails, QueueRow } from "@/lib/jobs/queries";
import { DataTable } from "../ui/data-table";
import { Stat } from "../ui/stat";

type WaitingSummaryProps = { locale: Locale; queue: QueueRow[]; failedMails: FailedMails[] };

/** What waits in the queue, and the mails that could not be sent yet. */
export function WaitingSummary({ locale, queue, failedMails }: WaitingSummaryProps) {
  const t = getTranslator(locale, "jobs");
  const sum = (of: (row: QueueRow) => number) => queue.reduce((all, row) => all + of(row), 0);
  const unsent = failedMails.reduce((all, { count }) => all + count, 0);
  const stats = {
    due: sum(({ due }) => due),
    later: sum(({ later }) => later),
    failing: sum(({ failing, givenUp }) => failing + givenUp),
    unsent,
  };
  return (
    <div className="space-y-10">
      <dl className="grid grid-cols-2 gap-6 lg:grid-cols-4">
        {(["due", "later", "failing", "unsent"] as const).map((name) => (
          <Stat
            key={name}
            label={t(`waiting.${name}`)}
            value={t("waiting.number", { count: stats[name] })}
          />
        ))}
      </dl>
      {queue.some(isTroubled) ? <FailingJobs locale={locale} queue={queue} /> : null}
      {failedMails.length > 0 ? <UnsentMails failedMails={failedMails} locale={locale} /> : null}
    </div>
  );
}

const isTroubled = ({ failing, givenUp }: QueueRow) => failing + givenUp > 0;

function FailingJobs({ locale, queue }: Omit<WaitingSummaryProps, "failedMails">) {
  const t = getTranslator(locale, "jobs");
  return (
    <DataTable
      caption={t("waiting.failingTitle")}
      columns={[
        {
          key: "task",
          header: t("columns.task"),
          rowHeader: true,
          cell: ({ task }) => taskWords(task, locale),
        },
        {
          key: "failing",
          header: t("columns.failing"),
          numeric: true,
          cell: ({ failing }) => failing,
        },
        {
          key: "givenUp",
          header: t("columns.givenUp"),
          numeric: true,
          cell: ({ givenUp }) => givenUp,
        },
        {
          key: "since",
          header: t("columns.since"),
          cell: ({ since }) => <Since {...{ since, locale }} />,
        },
      ]}
      rowKey={({ task }) => task}
      rows={queue.filter(isTroubled)}
      showCaption
    />
  );
}

function UnsentMails({ locale, failedMails }: Omit<WaitingSummaryProps, "queue">) {
  const t = getTranslator(locale, "jobs");
  return (
    <DataTable
      caption={t("waiting.unsentTitle")}
      columns={[
        {
          key: "reason",
          header: t("columns.reason"),
          rowHeader: true,
          cell: ({ reason }) => (
            <span className="break-words">{reason || t("waiting.noReason")}</span>
          ),
        },
        { key: "count", header: t("columns.mails"), numeric: true, cell: ({ count }) => count },
        {
          key: "since",
          header: t("columns.since"),
          cell: ({ since }) => <Since {...{ since, locale }} />,
        },
      ]}
      rowKey={({ reason }) => reason}
      rows={failedMails}
      showCaption
    />
  );
}

function Since({ since, locale }: { since: Date | null; locale: Locale }) {
  if (!since) return "–";
  return <time dateTime={since.toISOString()}>{formatInstant(since, locale)}</time>;
}
