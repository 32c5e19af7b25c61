import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { spacedNumber } from "@/lib/core/text/registration-numbers";
import type { OrganisationPage } from "@/lib/organisations/queries";
import { DefinitionList } from "../ui/definition-list";
import { Icon } from "../ui/icon";

type RegistrationNumbersProps = { organisation: OrganisationPage; locale: Locale };

const NUMBERS = [
  ["siren", "siren"],
  ["siret", "siret"],
  ["vat", "vat"],
  ["uscc", "uscc"],
  ["parentUscc", "uscc"],
] as const;

/** The numbers an organisation is registered by, as their country writes them; all have been checked when they came in. */
export function RegistrationNumbers({ organisation, locale }: RegistrationNumbersProps) {
  const t = getTranslator(locale, "organisations");
  const known = NUMBERS.flatMap(([field, kind]) => {
    const compact = organisation[field];
    return compact ? [{ field, text: spacedNumber(kind, compact) }] : [];
  });
  if (known.length === 0) return null;
  return (
    <div className="mt-5 border-hairline border-t pt-5">
      <h3 className="mb-3 font-semibold">{t("page.numbers")}</h3>
      <DefinitionList
        items={known.map(({ field, text }) => ({
          term: t(`page.${field}`),
          value: (
            <>
              <span className="whitespace-nowrap tabular-nums">{text}</span>
              <span className="flex gap-1.5 text-sm text-success">
                <Icon className="mt-0.5 size-4" name="check" />
                {t("page.valid")}
              </span>
            </>
          ),
        }))}
        layout="stack"
      />
    </div>
  );
}
