import type { ReactNode } from "react";
import type { OwnConsent } from "@/lib/consents/queries";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type PastConsentsProps = {
  past: OwnConsent[];
  labelOf: (purpose: string) => ReactNode;
  locale: Locale;
};

/** What was agreed to once and has ended: the ledger forgets nothing. */
export function PastConsents({ past, labelOf, locale }: PastConsentsProps) {
  const t = getTranslator(locale, "consents");
  if (past.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-11 items-center font-semibold text-link">
        {t("past", { count: past.length })}
      </summary>
      <ul className="mt-1 space-y-3">
        {past.map(({ id, purpose, givenAt, withdrawnAt, locale: language, textVersion }) => (
          <li key={id}>
            <p className="font-semibold">{labelOf(purpose)}</p>
            <p className="text-muted text-sm">
              {t("pastLine", {
                from: formatInstant(givenAt, locale),
                to: formatInstant(withdrawnAt ?? givenAt, locale),
                language,
                version: textVersion,
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
