import { referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OutcomeRow } from "@/lib/statistics/outcomes.queries";
import { DataTable } from "../ui/data-table";

type OutcomeTableProps = { locale: Locale; rows: OutcomeRow[]; caption: string };

/** What came of projects, newest first. */
export function OutcomeTable({ locale, rows, caption }: OutcomeTableProps) {
  const t = getTranslator(locale, "statistics");
  const titleOf = ({ title, originalLocale }: OutcomeRow) =>
    pickText(title, locale, originalLocale)?.text ?? "–";
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          key: "project",
          header: t("outcomes.project"),
          rowHeader: true,
          cell: (row) =>
            row.slug ? (
              <a className="row-link" href={path(locale, `/projects/${row.slug}`)}>
                {titleOf(row)}
              </a>
            ) : (
              titleOf(row)
            ),
        },
        {
          key: "kind",
          header: t("outcomes.kind"),
          cell: ({ kind }) => referenceLabel("agreementKinds", kind, locale),
        },
        {
          key: "at",
          header: t("outcomes.at"),
          cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDay(at, locale)}</time>,
        },
        {
          key: "figures",
          header: t("outcomes.figures"),
          cell: ({ isPublic }) => t(isPublic ? "outcomes.public" : "outcomes.teamOnly"),
        },
      ]}
      rowKey={({ id }) => id}
      rows={rows}
    />
  );
}
