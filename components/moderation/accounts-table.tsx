import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { AccountRow } from "@/lib/moderation/accounts.queries";
import { StatusBadge } from "../members/status-badge";
import type { Column } from "../ui/data-table";
import { DataTable } from "../ui/data-table";
import { Face } from "../ui/face";
import { PersonWords } from "../ui/person-words";

type AccountsTableProps = { locale: Locale; rows: AccountRow[]; caption: string };

/** Accounts, one a row; the name opens the account. */
export function AccountsTable({ locale, rows, caption }: AccountsTableProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  const columns: Column<AccountRow>[] = [
    {
      key: "name",
      header: t("accounts.name"),
      rowHeader: true,
      cell: ({ id, face, name, email }) => (
        <span className="flex items-center gap-2">
          <Face face={face} size="small" />
          <a className="row-link" href={path(locale, `/admin/members/${id}`)}>
            {name ? <PersonWords words={name} /> : email}
          </a>
        </span>
      ),
    },
    {
      key: "email",
      header: t("accounts.email"),
      cell: ({ email }) => <span className="break-all">{email}</span>,
    },
    {
      key: "organisation",
      header: t("accounts.organisation"),
      cell: ({ organisation }) => organisation ?? "–",
    },
    { key: "role", header: t("accounts.role"), cell: ({ role }) => words(`role.${role}`) },
    {
      key: "status",
      header: t("accounts.status"),
      cell: ({ status }) => <StatusBadge locale={locale} status={status} />,
    },
    {
      key: "lastSeen",
      header: t("accounts.lastSeen"),
      cell: ({ lastSeenAt }) => (
        <span className="lg:whitespace-nowrap">
          {lastSeenAt ? formatDay(lastSeenAt, locale) : t("accounts.never")}
        </span>
      ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rowKey={({ id }) => id} rows={rows} />;
}
