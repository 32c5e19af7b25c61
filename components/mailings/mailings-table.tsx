import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MailingRow } from "@/lib/mailings/queries";
import { type Column, DataTable } from "../ui/data-table";
import { MailingBadge } from "./mailing-badge";

type MailingsTableProps = { rows: MailingRow[]; locale: Locale };

/** What was written to members, the latest first. */
export function MailingsTable({ rows, locale }: MailingsTableProps) {
  const t = getTranslator(locale, "mailings");
  const columns: Column<MailingRow>[] = [
    {
      key: "subject",
      header: t("list.subject"),
      rowHeader: true,
      cell: ({ id, subject }) => (
        <a className="wrap-anywhere" dir="auto" href={path(locale, `/admin/mailings/${id}`)}>
          {subject || t("untitled")}
        </a>
      ),
    },
    { key: "kind", header: t("list.kind"), cell: ({ kind }) => t(`kinds.${kind}.label`) },
    {
      key: "date",
      header: t("list.date"),
      cell: ({ startedAt }) => (startedAt ? formatInstant(startedAt, locale) : "–"),
    },
    {
      key: "people",
      header: t("list.people"),
      numeric: true,
      cell: (row) => (row.people > 0 ? formatNumber(row.people, locale) : "–"),
    },
    {
      key: "state",
      header: t("list.state"),
      cell: ({ state }) => <MailingBadge locale={locale} state={state} />,
    },
  ];
  return (
    <DataTable caption={t("list.title")} columns={columns} rowKey={({ id }) => id} rows={rows} />
  );
}
