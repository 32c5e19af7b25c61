import type { Metadata } from "next";
import { CooperationFilters } from "@/components/cooperations/cooperation-filters";
import { CooperationTable } from "@/components/cooperations/cooperation-table";
import { CooperationTimeline } from "@/components/cooperations/cooperation-timeline";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { mayDraftForSome } from "@/lib/affiliations/roles.queries";
import {
  cooperationQuery,
  isWhole,
  readCooperationFilters,
} from "@/lib/cooperations/cooperation-filters";
import { listCooperations } from "@/lib/cooperations/queries";
import { getViewer } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { publicMetadata } from "../../(public)/public-metadata";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "cooperations");
  const [title, description] = [t("list.title"), t("list.lead")];
  return publicMetadata({ locale, to: "/cooperations", title, description, hasFeed: true });
}

/** Every agreement between Lyon and China: drawn along the years, and in a table. */
export default async function CooperationsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const filters = readCooperationFilters(await searchParams);
  const found = await listCooperations(viewer, filters);
  const { lines, total, isMore, places, page, pageCount, isCut } = found;
  const t = getTranslator(locale, "cooperations");
  const shared = { lines, locale, today: today() };
  const to = path(locale, "/cooperations");
  return (
    <>
      <PageHeader
        actions={
          (await mayDraftForSome(viewer)) ? (
            <LinkButton href={path(locale, "/cooperations/new")}>{t("list.new")}</LinkButton>
          ) : null
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      <CooperationFilters filters={filters} locale={locale} places={places} />
      {lines.length === 0 ? (
        <EmptyState
          action={
            isWhole(filters) ? undefined : (
              <LinkButton href={to} variant="secondary">
                {t("list.all")}
              </LinkButton>
            )
          }
          text={t("list.emptyText")}
          title={t("list.emptyTitle")}
        />
      ) : (
        <>
          <p className="mb-6 text-muted">
            {t(isMore ? "list.countMore" : "list.count", { count: total })}
            {filters.party ? (
              <>
                {" · "}
                <a
                  href={path(locale, "/cooperations", cooperationQuery({ ...filters, party: "" }))}
                >
                  {t("list.all")}
                </a>
              </>
            ) : null}
          </p>
          <CooperationTimeline {...shared} />
          <CooperationTable {...shared} />
        </>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(to) => path(locale, "/cooperations", cooperationQuery({ ...filters, page: to }))}
        isCut={isCut}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}
