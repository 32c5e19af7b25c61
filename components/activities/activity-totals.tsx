import { activityQuery, NO_FILTERS } from "@/lib/activities/activity-filters";
import type { Total } from "@/lib/activities/facets";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Bar } from "../ui/bar";
import { EmptyState } from "../ui/empty-state";

type Totals = { sectors: Total[]; cities: Total[]; total: number };

type ActivityTotalsProps = { totals: Totals; locale: Locale };

/** How many activities each city and each sector has; each number opens the list it counts. */
export function ActivityTotals({ totals, locale }: ActivityTotalsProps) {
  const t = getTranslator(locale, "activities");
  if (totals.total === 0) {
    return <EmptyState text={t("list.emptyText")} title={t("list.emptyTitle")} />;
  }
  return (
    <>
      <p className="mb-6 text-secondary">
        <b className="font-semibold">{t("list.count", { count: totals.total })}</b>
        {`\u00a0· ${t("totals.note")}`}
      </p>
      <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-2">
        <TotalsTable
          caption={t("totals.cities")}
          facet="cities"
          facets={totals.cities}
          header={t("totals.place")}
          locale={locale}
        />
        <TotalsTable
          caption={t("totals.sectors")}
          facet="sectors"
          facets={totals.sectors}
          header={t("totals.sector")}
          locale={locale}
        />
      </div>
    </>
  );
}

type TotalsTableProps = {
  facet: "cities" | "sectors";
  facets: Total[];
  caption: string;
  header: string;
  locale: Locale;
};

function TotalsTable({ facet, facets, caption, header, locale }: TotalsTableProps) {
  const t = getTranslator(locale, "activities");
  const most = Math.max(1, ...facets.map(({ count }) => count));
  const hrefOf = (value: string) =>
    path(locale, "/activities", activityQuery({ ...NO_FILTERS, [facet]: [value] }));
  return (
    <table className="w-full text-left text-sm">
      <caption className="pb-2 text-left font-semibold text-xl">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{header}</th>
          <th scope="col">{t("totals.count")}</th>
        </tr>
      </thead>
      <tbody>
        {facets.map(({ value, label, count }) => (
          <tr className="border-hairline border-t" key={value}>
            <th className="pt-1 pr-4 pb-2.5 font-normal" scope="row">
              {label}
              <Bar className="mt-1" percent={Math.round((100 * count) / most)} />
            </th>
            <td className="w-12 py-1 text-right align-top">
              <a
                aria-label={t("totals.open", { label, count })}
                className="inline-flex min-h-7 min-w-7 items-center justify-end font-semibold tabular-nums pointer-coarse:min-h-11 pointer-coarse:min-w-11"
                href={hrefOf(value)}
              >
                {count}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
