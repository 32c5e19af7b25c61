import { notFound } from "next/navigation";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { FollowUpTable } from "@/components/statistics/follow-up-table";
import { OutcomeKinds } from "@/components/statistics/outcome-kinds";
import { OutcomeTable } from "@/components/statistics/outcome-table";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TitledPart } from "@/components/ui/titled-part";
import { referenceLabel } from "@/db/reference/lists";
import { requireStaff } from "@/lib/core/auth/viewer";
import { isAdministrator } from "@/lib/core/auth/viewer-type";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { countWaiting } from "@/lib/moderation/queries";
import {
  countFollowUps,
  countOutcomes,
  listOutcomes,
  OUTCOMES_PER_PAGE,
} from "@/lib/statistics/outcomes.queries";
import { canReadOutcomes } from "@/lib/statistics/policy";
import { outcomeFilters } from "@/lib/statistics/schema";

export const generateMetadata = titled("statistics", "outcomes.title");

export default async function OutcomesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canReadOutcomes(viewer)) notFound();
  const filters = outcomeFilters.parse(await searchParams);
  const { kind } = filters;
  const [waiting, kinds, followUps, { rows, total, page }] = await Promise.all([
    countWaiting(viewer),
    countOutcomes(viewer),
    countFollowUps(viewer),
    listOutcomes(viewer, filters),
  ]);
  const t = getTranslator(locale, "statistics");
  const caption = t("outcomes.count", { count: total });
  return (
    <>
      <AdminTabs
        current="outcomes"
        isAdministrator={isAdministrator(viewer)}
        locale={locale}
        waiting={waiting}
      />
      <PageHeader lead={t("outcomes.lead")} title={t("outcomes.title")} />
      {kinds.length === 0 ? (
        <EmptyState text={t("outcomes.emptyText")} title={t("outcomes.emptyTitle")} />
      ) : (
        <div className="space-y-14">
          <TitledPart id="kinds" title={t("outcomes.kinds")}>
            <OutcomeKinds kinds={kinds} locale={locale} />
          </TitledPart>
          {followUps.length > 0 ? (
            <TitledPart id="follow-ups" title={t("outcomes.followUps")}>
              <FollowUpTable counts={followUps} locale={locale} />
            </TitledPart>
          ) : null}
          <TitledPart id="outcomes" title={t("outcomes.list")}>
            <div className="mb-3 flex flex-wrap items-center gap-4">
              <p className="text-muted text-sm" role="status">
                {caption}
              </p>
              {kind ? (
                <Chip
                  href={path(locale, "/admin/outcomes#outcomes")}
                  label={referenceLabel("agreementKinds", kind, locale)}
                  removeLabel={getTranslator(locale, "ui")("filters.remove")}
                />
              ) : null}
            </div>
            {rows.length > 0 ? (
              <OutcomeTable caption={caption} locale={locale} rows={rows} />
            ) : null}
            <Pagination
              copy={paginationCopy(locale)}
              href={(to) => path(locale, "/admin/outcomes#outcomes", { kind, page: to })}
              page={page}
              pageCount={Math.ceil(total / OUTCOMES_PER_PAGE)}
            />
          </TitledPart>
        </div>
      )}
    </>
  );
}
