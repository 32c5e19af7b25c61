import { ConsentRow } from "@/components/consents/consent-row";
import { ConsentWords } from "@/components/consents/consent-words";
import { PastConsents } from "@/components/consents/past-consents";
import { SideSection } from "@/components/ui/side-section";
import { referenceLabel } from "@/db/reference/lists";
import { giveConsentAction, withdrawConsentAction } from "@/lib/consents/actions";
import { consentText, type TextsInForce } from "@/lib/consents/consent-texts";
import { readLedger } from "@/lib/consents/ledger";
import type { Purpose } from "@/lib/consents/policy";
import type { OwnConsent } from "@/lib/consents/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatInstant } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailLink } from "./mail-link";

type ConsentsSectionProps = {
  locale: Locale;
  viewer: Viewer;
  consents: OwnConsent[];
  texts: TextsInForce;
};

const ACTIONS = { give: giveConsentAction, withdraw: withdrawConsentAction };

/** Consents whose refusal has a consequence that is said beside the button. */
const HINTED = ["members-directory", "public-directory", "transfer-to-france"] as const;

/** What one agreed to and when; each consent is given and withdrawn by one press. */
export function ConsentsSection({ locale, viewer, consents, texts }: ConsentsSectionProps) {
  const t = getTranslator(locale, "consents");
  const ledger = readLedger(viewer, consents, texts);
  const hintOf = (purpose: string) => {
    const hinted = HINTED.find((one) => one === purpose);
    return hinted ? t.rich(`hints.${hinted}`, mailLink()) : null;
  };
  const textOf = (purpose: Purpose) => consentText(texts, purpose, locale, env().CLUB_CONTACT);
  return (
    <SideSection id="consents" lead={t("lead")} title={t("title")}>
      <ul className="divide-y border-y">
        {ledger.consents.map((line) => (
          <ConsentRow
            actions={ACTIONS}
            hint={hintOf(line.purpose)}
            key={line.purpose}
            line={line}
            locale={locale}
            text={textOf(line.purpose)}
          />
        ))}
      </ul>
      {ledger.accepted.length > 0 ? (
        <>
          <h3 className="mt-8 mb-2 font-semibold">{t("accepted")}</h3>
          <ul className="space-y-3">
            {ledger.accepted.map(({ id, purpose, ...row }) => (
              <li key={id}>
                <p>{referenceLabel("consentPurposes", purpose, locale)}</p>
                <p className="text-muted text-sm">
                  {t("acceptedOn", {
                    date: formatInstant(row.givenAt, locale),
                    language: row.locale,
                    version: row.textVersion,
                  })}
                </p>
                <ConsentWords
                  label={referenceLabel("consentPurposes", purpose, locale)}
                  locale={locale}
                  text={textOf(purpose)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <PastConsents
        labelOf={(purpose) => referenceLabel("consentPurposes", purpose, locale)}
        locale={locale}
        past={ledger.past}
      />
    </SideSection>
  );
}
