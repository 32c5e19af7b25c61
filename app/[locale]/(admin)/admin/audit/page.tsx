import { notFound, redirect } from "next/navigation";
import { TrailFiltersForm } from "@/components/audit/trail-filters-form";
import { TrailTable } from "@/components/audit/trail-table";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { canReadTrail } from "@/lib/audit/policy";
import { EVENTS_PER_PAGE, listEventNames, listEvents, MOST_EVENTS } from "@/lib/audit/queries";
import { trailFilters } from "@/lib/audit/schema";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { countWaiting } from "@/lib/moderation/queries";

export const generateMetadata = titled("admin", "audit.title");

export default async function AuditPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canReadTrail(viewer)) notFound();
  const filters = trailFilters.parse(await searchParams);
  const [{ entries, total }, waiting, happened] = await Promise.all([
    listEvents(viewer, filters, locale),
    countWaiting(viewer),
    listEventNames(viewer),
  ]);
  const t = getTranslator(locale, "admin");
  const ui = getTranslator(locale, "ui");
  const shown = Math.min(total, MOST_EVENTS);
  const isCut = total > shown;
  const caption = isCut ? t("audit.listCut", { most: shown }) : t("audit.list", { count: total });
  const { page, ...kept } = filters;
  if (entries.length === 0 && page > 1) redirect(path(locale, "/admin/audit", kept));
  return (
    <>
      <AdminTabs current="audit" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader lead={t("audit.lead")} title={t("audit.title")} />
      <TrailFiltersForm filters={filters} happened={happened} locale={locale} />
      <div className="mb-3 flex flex-wrap items-center gap-4">
        <p className="text-muted text-sm" role="status">
          {caption}
        </p>
        {filters.subject ? (
          <Chip
            href={path(locale, "/admin/audit", { ...kept, subject: "" })}
            label={t("audit.subject")}
            removeLabel={ui("filters.remove")}
          />
        ) : null}
      </div>
      {entries.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href={path(locale, "/admin/audit")} variant="secondary">
              {ui("filters.clear")}
            </LinkButton>
          }
          text={t("audit.emptyText")}
          title={t("audit.emptyTitle")}
        />
      ) : (
        <TrailTable caption={caption} entries={entries} locale={locale} />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(to) => path(locale, "/admin/audit", { ...kept, page: to })}
        isCut={isCut}
        page={page}
        pageCount={Math.ceil(shown / EVENTS_PER_PAGE)}
      />
    </>
  );
}
