import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { DoorParty } from "@/lib/events/attendance.queries";
import { ChoiceRow } from "../ui/choice-row";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TitledPart } from "../ui/titled-part";
import { partyName, partyNotes } from "./party-words";

type DoorListProps = {
  /** What holds the rows. */
  id: string;
  eventId: string;
  price: number | null;
  parties: readonly DoorParty[];
  /** How many are expected, of whom these are a page. */
  inAll: number;
  /** Null before the door opens: the names can be read, nothing is ticked. */
  action: FormAction | null;
  locale: Locale;
};

/** Who has not come yet, to be ticked by name: loaded once it needs no network until it is sent. */
export function DoorList({ action, ...props }: DoorListProps) {
  const { id, eventId, price, parties, inAll, locale } = props;
  const t = getTranslator(locale, "events");
  if (!action) return <DoorNames {...props} />;
  return (
    <KeyedForm action={action} className="space-y-6" hidden={{ eventId }} locale={locale}>
      <fieldset>
        <legend className="mb-3 font-semibold text-xl">{t("door.expected")}</legend>
        {parties.length < inAll ? (
          <p className="mb-3 text-secondary">
            {t("door.some", { shown: parties.length, all: inAll })}
          </p>
        ) : null}
        <div className="grid gap-x-8 sm:grid-cols-2" id={id}>
          {parties.map((party) => (
            <ChoiceRow
              defaultChecked={false}
              hint={partyNotes(party, price, locale).join(" · ") || undefined}
              id={`party-${party.id}`}
              key={party.id}
              label={partyName(party, locale)}
              name="party"
              type="checkbox"
              value={party.id}
            />
          ))}
        </div>
      </fieldset>
      <p className="text-muted text-sm">{t("door.offline")}</p>
      <div className="act-bar bg-page">
        <SubmitButton>{t("door.save")}</SubmitButton>
      </div>
    </KeyedForm>
  );
}

function DoorNames({ id, price, parties, inAll, locale }: Omit<DoorListProps, "action">) {
  const t = getTranslator(locale, "events");
  return (
    <TitledPart id={`${id}-title`} size="tight" title={t("door.expected")}>
      {parties.length < inAll ? (
        <p className="mb-3 text-secondary">
          {t("door.several", { shown: parties.length, all: inAll })}
        </p>
      ) : null}
      <ul className="grid gap-x-8 sm:grid-cols-2" id={id}>
        {parties.map((party) => (
          <li className="py-2" key={party.id}>
            {partyName(party, locale)}
            <span className="block text-muted text-sm">
              {partyNotes(party, price, locale).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </TitledPart>
  );
}
