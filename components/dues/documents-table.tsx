import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { DuesRow } from "@/lib/dues/own.queries";
import { type Column, DataTable } from "../ui/data-table";
import { issuedColumns } from "./issued-columns";
import { StateBadge } from "./state-badge";

type DocumentsTableProps = {
  rows: DuesRow[];
  /** What the table is called: one's own dues, or somebody else's. */
  caption: string;
  /** Below which the reader opens one: their account, or the club team's pages. */
  base: "/account/dues" | "/admin/dues";
  locale: Locale;
};

/** One payer's calls, receipts and cancellations, the latest first. */
export function DocumentsTable({ rows, caption, base, locale }: DocumentsTableProps) {
  const t = getTranslator(locale, "dues");
  const columns: Column<DuesRow>[] = [
    {
      key: "document",
      header: t("own.document"),
      rowHeader: true,
      cell: ({ id, kind, number }) => (
        <a className="row-link" href={path(locale, `${base}/${id}`)}>
          {t("numbered", { kind, number })}
        </a>
      ),
    },
    { key: "year", header: t("call.year"), cell: ({ year }) => String(year) },
    ...issuedColumns<DuesRow>(locale),
    {
      key: "state",
      header: t("calls.state"),
      cell: ({ state }) => state && <StateBadge locale={locale} state={state} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rowKey={({ id }) => id} rows={rows} />;
}
