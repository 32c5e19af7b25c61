import type { RecipientState } from "@/db/enums";
import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Recipient } from "@/lib/mailings/queries";
import { Badge, type BadgeTone } from "../ui/badge";
import { type Column, DataTable } from "../ui/data-table";
import { MoveForm } from "../ui/move-form";
import { PersonWords } from "../ui/person-words";
import { VisuallyHidden } from "../ui/visually-hidden";

const TONE: Record<RecipientState, BadgeTone> = {
  waiting: "info",
  sent: "success",
  refused: "danger",
  bounced: "danger",
  undelivered: "danger",
  "left-out": "neutral",
  shown: "neutral",
};

type RecipientsTableProps = {
  mailingId: string;
  rows: Recipient[];
  bounce: FormAction;
  locale: Locale;
};

/** What became of each person's letter. */
export function RecipientsTable({ mailingId, rows, bounce, locale }: RecipientsTableProps) {
  const t = getTranslator(locale, "mailings");
  const columns: Column<Recipient>[] = [
    {
      key: "name",
      header: t("recipients.name"),
      rowHeader: true,
      cell: ({ accountId, name }) => (
        <a href={path(locale, `/admin/members/${accountId}`)}>
          {name ? <PersonWords words={name} /> : "–"}
        </a>
      ),
    },
    {
      key: "address",
      header: t("recipients.address"),
      cell: ({ address }) => <span className="break-all">{address}</span>,
    },
    {
      key: "state",
      header: t("recipients.state"),
      cell: (row) => <StateCell locale={locale} row={row} />,
    },
    {
      key: "at",
      header: t("recipients.at"),
      cell: ({ at }) => (at ? formatInstant(at, locale) : "–"),
    },
    {
      key: "act",
      header: t("recipients.act"),
      cell: ({ accountId, name, state }) =>
        state === "sent" || state === "refused" ? (
          <MoveForm
            action={bounce}
            hidden={{ mailingId, accountId }}
            label={
              <>
                <span aria-hidden>{t("recipients.bounce")}</span>
                <VisuallyHidden>{t("recipients.bounceNamed", { name })}</VisuallyHidden>
              </>
            }
            locale={locale}
            scope={`bounce-${accountId}`}
            size="small"
            variant="quiet"
          />
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t("recipients.title")}
      columns={columns}
      rowKey={({ accountId }) => accountId}
      rows={rows}
    />
  );
}

function StateCell({ row, locale }: { row: Recipient; locale: Locale }) {
  const t = getTranslator(locale, "mailings");
  return (
    <div className="space-y-1">
      <Badge tone={TONE[row.state]}>{t(`recipients.states.${row.state}`)}</Badge>
      {row.code ? (
        <p className="text-muted text-xs">{t("recipients.code", { code: row.code })}</p>
      ) : null}
      {row.state === "left-out" || row.state === "undelivered" ? (
        <p className="text-muted text-xs">{t(`recipients.why.${row.state}`)}</p>
      ) : null}
    </div>
  );
}
