import { notFound } from "next/navigation";
import { PlannedTable } from "@/components/jobs/planned-table";
import { RunFiltersForm } from "@/components/jobs/run-filters-form";
import { RunsTable } from "@/components/jobs/runs-table";
import { WaitingSummary } from "@/components/jobs/waiting-summary";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { canReadJobs } from "@/lib/jobs/policy";
import { listJobRuns, listLastRuns, RUNS_PER_PAGE, readWaiting } from "@/lib/jobs/queries";
import { runFilters } from "@/lib/jobs/schema";
import { countWaiting } from "@/lib/moderation/queries";

export const generateMetadata = titled("jobs", "title");

export default async function JobsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canReadJobs(viewer)) notFound();
  const filters = runFilters.parse(await searchParams);
  const [waiting, last, { runs, total, page }, { queue, failedMails }] = await Promise.all([
    countWaiting(viewer),
    listLastRuns(viewer),
    listJobRuns(viewer, filters),
    readWaiting(viewer),
  ]);
  const t = getTranslator(locale, "jobs");
  const { task, failed } = filters;
  const isFiltered = task !== "" || failed !== "";
  const caption = t("runs.list", { count: total });
  const now = new Date();
  return (
    <>
      <AdminTabs current="jobs" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader lead={t("lead")} title={t("title")} />
      <div className="space-y-14">
        <TitledPart id="waiting" title={t("waiting.title")}>
          <WaitingSummary failedMails={failedMails} locale={locale} queue={queue} />
        </TitledPart>
        <TitledPart id="planned" title={t("planned.title")}>
          <PlannedTable locale={locale} now={now} rows={last} />
        </TitledPart>
        <TitledPart id="runs" title={t("runs.title")}>
          {total > 0 || isFiltered ? <RunFiltersForm filters={filters} locale={locale} /> : null}
          {runs.length > 0 ? (
            <>
              <p className="mb-3 text-muted text-sm" role="status">
                {caption}
              </p>
              <RunsTable caption={caption} locale={locale} now={now} runs={runs} />
            </>
          ) : (
            <EmptyState
              action={
                isFiltered ? (
                  <LinkButton href={path(locale, "/admin/jobs#runs")} variant="secondary">
                    {getTranslator(locale, "ui")("filters.clear")}
                  </LinkButton>
                ) : null
              }
              headingLevel={3}
              text={t(isFiltered ? "runs.noMatchText" : "runs.emptyText")}
              title={t(isFiltered ? "runs.noMatchTitle" : "runs.emptyTitle")}
            />
          )}
          <Pagination
            copy={paginationCopy(locale)}
            href={(to) => path(locale, "/admin/jobs#runs", { task, failed, page: to })}
            page={page}
            pageCount={Math.ceil(total / RUNS_PER_PAGE)}
          />
        </TitledPart>
      </div>
    </>
  );
}
