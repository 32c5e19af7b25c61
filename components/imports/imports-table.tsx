import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { ImportRowOfList } from "@/lib/imports/queries";
import { type Column, DataTable } from "../ui/data-table";
import { StateBadge } from "./state-badge";

type ImportsTableProps = { rows: ImportRowOfList[]; locale: Locale };

/** Files of people, the latest first. */
export function ImportsTable({ rows, locale }: ImportsTableProps) {
  const t = getTranslator(locale, "imports");
  const columns: Column<ImportRowOfList>[] = [
    {
      key: "name",
      header: t("page.list.name"),
      rowHeader: true,
      cell: ({ id, fileName }) => (
        <a className="break-all" href={path(locale, `/admin/import/${id}`)}>
          {fileName || "–"}
        </a>
      ),
    },
    {
      key: "date",
      header: t("page.list.date"),
      cell: ({ createdAt }) => formatInstant(createdAt, locale),
    },
    { key: "rows", header: t("page.list.rows"), numeric: true, cell: ({ rowCount }) => rowCount },
    {
      key: "state",
      header: t("page.list.state"),
      cell: ({ state }) => <StateBadge locale={locale} state={state} />,
    },
  ];
  return (
    <DataTable
      caption={t("page.list.title")}
      columns={columns}
      rowKey={({ id }) => id}
      rows={rows}
    />
  );
}
