import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { CoveredYear } from "@/lib/dues/covered.queries";

type CoveredYearsProps = { years: readonly CoveredYear[]; locale: Locale };

/** The years that are on a colleague's call: whose it is, and whether there is anything left to pay. */
export function CoveredYears({ years, locale }: CoveredYearsProps) {
  const t = getTranslator(locale, "dues");
  return (
    <ul className="mb-8 max-w-measure space-y-2">
      {years.map(({ year, payer, isPaid }) => (
        <li key={year}>
          {t("own.covered", {
            year,
            person: payer || t("own.colleague"),
            state: isPaid ? "paid" : "open",
          })}
        </li>
      ))}
    </ul>
  );
}
