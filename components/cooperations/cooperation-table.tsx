import { referenceLabel } from "@/db/reference/lists";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { isEnded, periodWords } from "@/lib/cooperations/cooperation-words";
import { partyName } from "@/lib/cooperations/party-name";
import type { CooperationLine } from "@/lib/cooperations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { EntryTitle } from "../entries/entry-title";
import { Badge } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";

type CooperationTableProps = { lines: CooperationLine[]; today: string; locale: Locale };

/** Agreements in a table: what, of which kind, between whom, from when to when. */
export function CooperationTable({ lines, today, locale }: CooperationTableProps) {
  const t = getTranslator(locale, "cooperations");
  const columns: Column<CooperationLine>[] = [
    {
      key: "title",
      header: t("columns.title"),
      rowHeader: true,
      cell: (line) => (
        <a href={path(locale, `/cooperations/${line.slug}`)}>
          <EntryTitle entry={line} locale={locale} noun={COOPERATIONS} />
        </a>
      ),
    },
    {
      key: "kind",
      header: t("columns.kind"),
      cell: ({ agreementKind }) =>
        agreementKind ? referenceLabel("cooperationKinds", agreementKind, locale) : "",
    },
    {
      key: "parties",
      header: t("columns.parties"),
      cell: ({ parties }) =>
        sideBySide(
          parties.map((party) => partyName(party, locale).text),
          locale,
        ),
    },
    {
      key: "period",
      header: t("columns.period"),
      cell: (line) => (
        <>
          {periodWords(line, locale) || t("list.undated")}
          {isEnded(line.ends, today) ? <Badge>{t("page.ended")}</Badge> : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("list.table")}
      columns={columns}
      rowKey={({ slug }) => slug}
      rows={lines}
    />
  );
}
