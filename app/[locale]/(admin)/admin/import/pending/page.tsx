import { notFound, redirect } from "next/navigation";
import { ArrivalsActs } from "@/components/arrivals/arrivals-acts";
import { ArrivalsTable } from "@/components/arrivals/arrivals-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { forgetDueAction, remindArrivalsAction, sendLinksAction } from "@/lib/arrivals/actions";
import { arrivalFilters, SHOWN } from "@/lib/arrivals/schema";
import {
  ARRIVALS_PER_PAGE,
  areLinksLeaving,
  countArrivals,
  listArrivals,
} from "@/lib/arrivals/waiting.queries";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { canBringIn } from "@/lib/imports/policy";

const HERE = "/admin/import/pending";

export const generateMetadata = titled("arrivals", "list.title");

export default async function ArrivalsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canBringIn(viewer)) notFound();
  const filters = arrivalFilters.parse(await searchParams);
  const [rows, counts, isLeaving] = await Promise.all([
    listArrivals(viewer, filters, locale),
    countArrivals(viewer),
    areLinksLeaving(viewer),
  ]);
  const t = getTranslator(locale, "arrivals");
  const { show, page } = filters;
  if (rows.length === 0 && page > 1) redirect(path(locale, HERE, { show }));
  const caption = t("list.caption", { count: counts[show] });
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("list.back"), href: path(locale, "/admin/import") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      <ArrivalsActs
        actions={{ send: sendLinksAction, remind: remindArrivalsAction, forget: forgetDueAction }}
        counts={counts}
        leaving={isLeaving ? path(locale, HERE, { show }) : null}
        locale={locale}
      />
      <TabsNav
        label={t("list.show")}
        tabs={SHOWN.map((one) => ({
          label: t(`list.shows.${one}`),
          href: path(locale, HERE, { show: one }),
          current: one === show,
          count: counts[one],
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState text={t("list.emptyText")} title={t("list.emptyTitle")} />
      ) : (
        <>
          <p className="mb-3 text-muted text-sm" role="status">
            {caption}
          </p>
          <ArrivalsTable caption={caption} locale={locale} rows={rows} />
        </>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(to) => path(locale, HERE, { show, page: to })}
        page={page}
        pageCount={Math.ceil(counts[show] / ARRIVALS_PER_PAGE)}
      />
    </>
  );
}
