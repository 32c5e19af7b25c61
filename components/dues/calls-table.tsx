import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { CallRow } from "@/lib/dues/queries";
import { type Column, DataTable } from "../ui/data-table";
import { PersonWords } from "../ui/person-words";
import { issuedColumns } from "./issued-columns";
import { StateBadge } from "./state-badge";

type CallsTableProps = { rows: CallRow[]; locale: Locale };

/** A year's calls, the latest first. */
export function CallsTable({ rows, locale }: CallsTableProps) {
  const t = getTranslator(locale, "dues");
  const columns: Column<CallRow>[] = [
    {
      key: "number",
      header: t("calls.number"),
      rowHeader: true,
      cell: ({ id, number }) => (
        <a className="row-link tabular-nums" href={path(locale, `/admin/dues/${id}`)}>
          {number}
        </a>
      ),
    },
    {
      key: "name",
      header: t("calls.name"),
      cell: ({ name, organisation, covered }) => (
        <>
          <span dir="auto">
            <PersonWords words={name} />
          </span>
          <span className="block text-muted">
            {[organisation, covered > 1 ? t("calls.covered", { count: covered }) : ""]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
    },
    ...issuedColumns<CallRow>(locale),
    {
      key: "state",
      header: t("calls.state"),
      cell: ({ state }) => <StateBadge locale={locale} state={state} />,
    },
  ];
  return (
    <DataTable caption={t("calls.title")} columns={columns} rowKey={({ id }) => id} rows={rows} />
  );
}
