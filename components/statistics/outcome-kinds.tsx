import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Bar } from "../ui/bar";
import { DataTable } from "../ui/data-table";

type OutcomeKindsProps = { locale: Locale; kinds: { kind: string; count: number }[] };

/** How many projects ended with each kind of agreement; each number opens its list. */
export function OutcomeKinds({ locale, kinds }: OutcomeKindsProps) {
  const t = getTranslator(locale, "statistics");
  const most = Math.max(1, ...kinds.map(({ count }) => count));
  return (
    <DataTable
      caption={t("outcomes.kinds")}
      columns={[
        {
          key: "kind",
          header: t("outcomes.kind"),
          rowHeader: true,
          cell: ({ kind }) => (
            <a className="row-link" href={path(locale, "/admin/outcomes#outcomes", { kind })}>
              {referenceLabel("agreementKinds", kind, locale)}
            </a>
          ),
        },
        {
          key: "bar",
          header: t("outcomes.share"),
          cell: ({ count }) => (
            <Bar className="mt-1.5 min-w-32" percent={Math.round((100 * count) / most)} />
          ),
        },
        {
          key: "count",
          header: t("outcomes.projects"),
          numeric: true,
          cell: ({ count }) => count,
        },
      ]}
      rowKey={({ kind }) => kind}
      rows={kinds}
    />
  );
}
