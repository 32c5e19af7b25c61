import { redirect } from "next/navigation";
import { ApplicationFiltersForm } from "@/components/applications/application-filters-form";
import { ApplicationList } from "@/components/applications/application-list";
import { StateTabs } from "@/components/applications/state-tabs";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import {
  APPLICATIONS_PER_PAGE,
  countApplications,
  listApplications,
} from "@/lib/applications/vetting/queries";
import { applicationFilters } from "@/lib/applications/vetting/schema";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { canListAccounts } from "@/lib/moderation/policy";
import { countWaiting } from "@/lib/moderation/queries";

export const generateMetadata = titled("vetting", "title");

export default async function ApplicationsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const filters = applicationFilters.parse(await searchParams);
  const [{ rows, total }, counts, waiting] = await Promise.all([
    listApplications(viewer, filters, locale),
    countApplications(viewer, filters),
    countWaiting(viewer),
  ]);
  const t = getTranslator(locale, "vetting");
  const caption = t("list", { count: total });
  const isFiltered = Boolean(filters.q || filters.country || filters.taken);
  const { page, ...kept } = filters;
  if (rows.length === 0 && page > 1) redirect(path(locale, "/admin/applications", kept));
  return (
    <>
      <AdminTabs
        current="applications"
        isAdministrator={canListAccounts(viewer)}
        locale={locale}
        waiting={waiting}
      />
      <PageHeader lead={t("lead")} title={t("title")} />
      <StateTabs counts={counts} filters={filters} locale={locale} />
      <ApplicationFiltersForm filters={filters} locale={locale} />
      {rows.length === 0 ? (
        <EmptyState
          action={
            isFiltered ? (
              <LinkButton href={path(locale, "/admin/applications")} variant="secondary">
                {getTranslator(locale, "ui")("filters.clear")}
              </LinkButton>
            ) : undefined
          }
          text={t(isFiltered ? "empty.filtered" : "empty.text")}
          title={t("empty.title")}
        />
      ) : (
        <>
          <p className="mb-3 text-muted text-sm" role="status">
            {caption}
          </p>
          <ApplicationList label={caption} locale={locale} rows={rows} />
        </>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(to) => path(locale, "/admin/applications", { ...kept, page: to })}
        page={page}
        pageCount={Math.ceil(total / APPLICATIONS_PER_PAGE)}
      />
    </>
  );
}
