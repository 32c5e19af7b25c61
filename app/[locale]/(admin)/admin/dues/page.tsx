import { notFound, redirect } from "next/navigation";
import { CallCategories } from "@/components/dues/call-categories";
import { CallsTable } from "@/components/dues/calls-table";
import { FeesForm } from "@/components/dues/fees-form";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { listed } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { callCategoryAction, setFeesAction } from "@/lib/dues/actions";
import { formatAmount } from "@/lib/dues/amounts";
import { CALL_STATES } from "@/lib/dues/call-state";
import { missingSettings } from "@/lib/dues/issuer";
import { CALLS_AT_ONCE, canManageDues } from "@/lib/dues/policy";
import { CALLS_PER_PAGE, listCalls, listFees, listUndrawn, sumCalls } from "@/lib/dues/queries";
import { callFilters, readDuesYear } from "@/lib/dues/schema";
import { countWaiting } from "@/lib/moderation/queries";

export const generateMetadata = titled("dues", "page.title");

export default async function DuesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canManageDues(viewer)) notFound();
  const asked = await searchParams;
  const thisYear = Number(today().slice(0, 4));
  const year = readDuesYear(asked.year) ?? thisYear;
  const filters = callFilters.parse(asked);
  const [fees, calls, sums, undrawn, waiting] = await Promise.all([
    listFees(viewer, year),
    listCalls(viewer, { year, ...filters }, locale),
    sumCalls(viewer, year),
    listUndrawn(viewer, year, locale),
    countWaiting(viewer),
  ]);
  const t = getTranslator(locale, "dues");
  const missing = missingSettings();
  const here = (values: { year?: number; state?: string; page?: number }) =>
    path(locale, "/admin/dues", { year, ...values });
  const state = filters.state ?? undefined;
  if (calls.rows.length === 0 && filters.page > 1) redirect(here({ state }));
  return (
    <>
      <AdminTabs current="dues" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader lead={t("page.lead")} title={t("page.title")} />
      <TabsNav
        label={t("page.years")}
        tabs={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({
          label: t("page.year", { year: one }),
          href: path(locale, "/admin/dues", { year: one }),
          current: one === year,
        }))}
      />
      {missing.length > 0 ? (
        <Notice className="mb-10" tone="warning">
          {t("page.missing", { names: listed(missing, locale) })}
        </Notice>
      ) : null}
      <div className="space-y-14">
        <div className="grid gap-x-12 gap-y-14 lg:grid-cols-2">
          <TitledPart id="fees" title={t("fees.title")}>
            <FeesForm action={setFeesAction} fees={fees} locale={locale} year={year} />
          </TitledPart>
          <TitledPart id="batch" title={t("batch.title")}>
            <CallCategories
              action={callCategoryAction}
              fees={fees}
              locale={locale}
              most={CALLS_AT_ONCE}
              undrawn={undrawn}
              year={year}
            />
          </TitledPart>
        </div>
        <TitledPart id="calls" title={t("calls.title")}>
          <p className="mb-5">
            {t("page.sums", {
              ...{ paid: sums.paid, open: sums.open },
              paidAmount: formatAmount(sums.paidCents, locale),
              openAmount: formatAmount(sums.openCents, locale),
            })}
          </p>
          <TabsNav
            label={t("calls.states")}
            tabs={[
              { label: t("calls.all"), href: here({}), current: !state },
              ...CALL_STATES.map((one) => ({
                label: t(`state.${one}`),
                href: here({ state: one }),
                current: state === one,
              })),
            ]}
          />
          {calls.rows.length === 0 ? (
            <EmptyState
              headingLevel={3}
              text={t(state ? "calls.emptyState" : "calls.empty")}
              title={t("page.year", { year })}
            />
          ) : (
            <CallsTable locale={locale} rows={calls.rows} />
          )}
          <Pagination
            copy={paginationCopy(locale)}
            href={(page) => here({ state, page })}
            page={filters.page}
            pageCount={Math.ceil(calls.total / CALLS_PER_PAGE)}
          />
        </TitledPart>
      </div>
    </>
  );
}
