import { formatDay, formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets, listed } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { mailLink } from "@/lib/core/text/mail-link";
import { paidForm } from "@/lib/events/registration-terms";
import { isPayable, REGISTRATION_MOVES } from "@/lib/events/registrations.policy";
import type { RegistrationRow } from "@/lib/events/registrations.queries";
import { shownName } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";
import { type Column, DataTable } from "../ui/data-table";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { VisuallyHidden } from "../ui/visually-hidden";
import { guestName } from "./party-words";

type RegistrationsTableProps = {
  rows: RegistrationRow[];
  caption: string;
  /** What each person pays, where they do. */
  price: number | null;
  /** Of the list, where an act leads back to. */
  page: number;
  canStrike: boolean;
  actions: Record<"cancel" | "pay", FormAction>;
  locale: Locale;
};

/** The registrations in one state, for whoever keeps the event. */
export function RegistrationsTable(props: RegistrationsTableProps) {
  const { rows, caption, price, page, canStrike, actions, locale } = props;
  const t = getTranslator(locale, "events");
  const who: Column<RegistrationRow> = {
    key: "person",
    header: t("registrations.person"),
    rowHeader: true,
    cell: ({ by, guest, companions }) => (
      <>
        {by ? (
          <a href={path(locale, `/members/${by.slug}`)}>
            <MemberName name={shownName(by, locale)} />
          </a>
        ) : guest ? (
          <span dir="auto">{guestName(guest.name, locale)}</span>
        ) : (
          t("registrations.somebody")
        )}
        {guest?.email ? (
          <a className="block break-all font-normal" href={mailLink(guest.email)}>
            {guest.email}
          </a>
        ) : null}
        {companions.length > 0 ? (
          <span className="block font-normal text-muted" dir="auto">
            {t("registration.with", { names: listed(companions, locale) })}
          </span>
        ) : null}
      </>
    ),
  };
  const when: Column<RegistrationRow> = {
    key: "at",
    header: t("registrations.at"),
    cell: ({ createdAt, offeredUntil }) =>
      offeredUntil
        ? t("registrations.offeredUntil", { until: formatInstant(offeredUntil, locale) })
        : formatInstant(createdAt, locale),
  };
  const note: Column<RegistrationRow> = {
    key: "note",
    header: t("registrations.note"),
    cell: ({ note: words, takesPhotos, state, paidAt }) => (
      <>
        {words ? <span dir="auto">{words}</span> : null}
        {paidAt && !isPayable(state) ? (
          <span className="block">{t("registrations.file.paid")}</span>
        ) : null}
        <span className="block text-muted">
          {t(takesPhotos ? "registrations.photos" : "registrations.noPhotos")}
        </span>
      </>
    ),
  };
  const acts: Column<RegistrationRow> = {
    key: "acts",
    header: t("registrations.acts"),
    cell: (row) =>
      row.paidAt || owes(row, price) || isStrikeable(row, canStrike) ? (
        <Acts {...{ row, price, page, canStrike, actions, locale }} />
      ) : null,
  };
  return (
    <DataTable
      caption={caption}
      columns={[who, when, note, acts]}
      rowKey={({ id }) => id}
      rows={rows}
    />
  );
}

type ActsProps = Omit<RegistrationsTableProps, "rows" | "caption"> & { row: RegistrationRow };

/** Whose registration it is, for who does not see beside which name a button stands. */
function personOf({ by, guest }: RegistrationRow, locale: Locale): string {
  if (by) return shownName(by, locale).text;
  const t = getTranslator(locale, "events");
  return guest ? (guest.name ?? t("guest.gone")) : t("registrations.somebody");
}

/** What is noted of money: that it came, that it did not, and of who comes no more that it was given back. */
const noting = ({ state, paidAt }: RegistrationRow) =>
  paidAt === null ? "pay" : isPayable(state) ? "unpay" : "refund";

const owes = ({ state }: RegistrationRow, price: number | null) =>
  isPayable(state) && price !== null;

const isStrikeable = ({ state }: RegistrationRow, canStrike: boolean) =>
  canStrike && REGISTRATION_MOVES[state].includes("cancelled");

/** What was paid, and that somebody comes no more. */
function Acts({ row, price, page, canStrike, actions, locale }: ActsProps) {
  const t = getTranslator(locale, "events");
  const target = { registrationId: row.id, version: String(row.version) };
  const about = personOf(row, locale);
  return (
    <div className="space-y-2">
      {row.paidAt && isPayable(row.state) ? (
        <p className="font-semibold">
          {t("registrations.paidOn", { day: formatDay(row.paidAt, locale) })}
        </p>
      ) : null}
      {(isPayable(row.state) ? price : row.paidAt) !== null ? (
        <MoveForm
          about={about}
          action={actions.pay}
          hidden={{ ...target, isPaid: row.paidAt ? "no" : "yes", page: String(page) }}
          // What is noted as given back has no form any more to say so: the page does.
          id={isPayable(row.state) ? paidForm(row.id) : undefined}
          label={t(`registrations.${noting(row)}`)}
          locale={locale}
          scope={`pay-${row.id}`}
          size="small"
          variant="secondary"
        />
      ) : null}
      {isStrikeable(row, canStrike) ? (
        <GraveMove
          consequence={t("registrations.strikeConsequence")}
          label={
            <>
              {t("registrations.strike")}
              <VisuallyHidden>{inBrackets(about, locale)}</VisuallyHidden>
            </>
          }
          variant="quiet"
        >
          <MoveForm
            about={about}
            action={actions.cancel}
            hidden={target}
            label={t("registrations.strikeConfirm")}
            locale={locale}
            scope={`strike-${row.id}`}
            size="small"
          />
        </GraveMove>
      ) : null}
    </div>
  );
}
