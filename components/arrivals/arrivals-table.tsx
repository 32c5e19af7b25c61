import { keptUntil } from "@/lib/arrivals/policy";
import type { ArrivalRow } from "@/lib/arrivals/waiting.queries";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type Column, DataTable } from "../ui/data-table";
import { PersonWords } from "../ui/person-words";

type ArrivalsTableProps = { rows: ArrivalRow[]; caption: string; locale: Locale };

/** People who have not come in, and where their link stands; the name opens the account. */
export function ArrivalsTable({ rows, caption, locale }: ArrivalsTableProps) {
  const t = getTranslator(locale, "arrivals");
  const on = (day: string | null) => (day ? formatDay(day, locale) : "–");
  const columns: Column<ArrivalRow>[] = [
    {
      key: "name",
      header: t("list.name"),
      rowHeader: true,
      cell: ({ id, name, email }) => (
        <a className="row-link" href={path(locale, `/admin/members/${id}`)}>
          <PersonWords words={name || email} />
        </a>
      ),
    },
    {
      key: "organisation",
      header: t("list.organisation"),
      cell: ({ organisation }) => organisation ?? "–",
    },
    { key: "broughtOn", header: t("list.broughtOn"), cell: (row) => on(row.broughtOn) },
    { key: "invitedOn", header: t("list.invitedOn"), cell: (row) => on(row.invitedOn) },
    { key: "remindedOn", header: t("list.remindedOn"), cell: (row) => on(row.remindedOn) },
    { key: "end", header: t("list.end"), cell: (row) => on(keptUntil(row)) },
  ];
  return <DataTable caption={caption} columns={columns} rowKey={({ id }) => id} rows={rows} />;
}
