import { formatTime } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { DoorParty } from "@/lib/events/attendance.queries";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TitledPart } from "../ui/titled-part";
import { partyName } from "./party-words";

type DoorPresentProps = {
  parties: readonly DoorParty[];
  /** How many are there, of whom these came last. */
  inAll: number;
  untick: FormAction | null;
  locale: Locale;
};

/** Who is there since when, and the way to take it back while nothing is settled. */
export function DoorPresent({ parties, inAll, untick, locale }: DoorPresentProps) {
  const t = getTranslator(locale, "events");
  return (
    <TitledPart id="present" size="tight" title={t("door.present", { count: inAll })}>
      {parties.length < inAll ? (
        <p className="mb-3 text-secondary">{t("door.last", { shown: parties.length })}</p>
      ) : null}
      <ul className="divide-y divide-hairline">
        {parties.map((party) => (
          <li className="flex flex-wrap items-center justify-between gap-3 py-2" key={party.id}>
            <span>
              {partyName(party, locale)}{" "}
              {party.attendedAt ? (
                <span className="text-muted text-sm">{formatTime(party.attendedAt, locale)}</span>
              ) : null}
            </span>
            {untick ? (
              <KeyedForm
                action={untick}
                hidden={{ registrationId: party.id, version: String(party.version) }}
                locale={locale}
              >
                <SubmitButton variant="quiet">{t("door.untick")}</SubmitButton>
              </KeyedForm>
            ) : null}
          </li>
        ))}
      </ul>
    </TitledPart>
  );
}
