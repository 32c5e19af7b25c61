import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatAmount } from "@/lib/dues/amounts";
import type { Column } from "../ui/data-table";

/** For how much a document is, and when it was issued, as columns of a table. */
export function issuedColumns<Row extends { amountCents: number; issuedOn: string }>(
  locale: Locale,
): Column<Row>[] {
  const t = getTranslator(locale, "dues");
  return [
    {
      key: "amount",
      header: t("calls.amount"),
      numeric: true,
      cell: ({ amountCents }) => formatAmount(amountCents, locale),
    },
    {
      key: "issued",
      header: t("calls.issued"),
      cell: ({ issuedOn }) => formatDay(issuedOn, locale),
    },
  ];
}
