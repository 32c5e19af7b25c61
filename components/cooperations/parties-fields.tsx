import { PARTY_SIDES } from "@/db/enums";
import { partyName } from "@/lib/cooperations/party-name";
import type { Party } from "@/lib/cooperations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TextField } from "../ui/text-field";

type PartiesFieldsProps = { parties?: readonly Party[]; locale: Locale };

/** Who the parties are, side by side, an organisation a line. */
export function PartiesFields({ parties = [], locale }: PartiesFieldsProps) {
  const t = getTranslator(locale, "cooperations");
  return (
    <div className="grid gap-7 sm:grid-cols-2">
      {PARTY_SIDES.map((side) => (
        <TextField
          defaultValue={parties
            .filter((party) => party.side === side)
            .map((party) => partyName(party, locale).text)
            .join("\n")}
          hint={t("parties.hint")}
          key={side}
          label={t(`parties.${side}`)}
          name={side}
          required
          rows={4}
        />
      ))}
    </div>
  );
}
