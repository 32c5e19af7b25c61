import { referenceLabel } from "@/db/reference/lists";
import type { GivenConsent } from "@/lib/applications/vetting/dossier.queries";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type ConsentsGivenProps = { locale: Locale; consents: GivenConsent[] };

/** What an applicant agreed to: which version of the text, in which language, when. */
export function ConsentsGiven({ locale, consents }: ConsentsGivenProps) {
  const t = getTranslator(locale, "vetting");
  if (consents.length === 0) return <p className="text-muted">{t("consents.empty")}</p>;
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {consents.map((consent) => (
        <li className="py-3" key={consent.id}>
          <p>{referenceLabel("consentPurposes", consent.purpose, locale)}</p>
          <p className="text-muted text-sm">
            {t("consents.given", {
              version: consent.textVersion,
              language: consent.locale,
              date: formatInstant(consent.givenAt, locale),
            })}
          </p>
          {consent.withdrawnAt ? (
            <p className="text-sm text-warning">
              {t("consents.withdrawn", { date: formatInstant(consent.withdrawnAt, locale) })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
