import { AcceptedTexts } from "@/components/consents/accepted-texts";
import { ConsentRow } from "@/components/consents/consent-row";
import { PastConsents } from "@/components/consents/past-consents";
import { SideSection } from "@/components/ui/side-section";
import { referenceLabel } from "@/db/reference/lists";
import { giveConsentAction, withdrawConsentAction } from "@/lib/consents/actions";
import { consentText, type TextsEver, type TextsInForce } from "@/lib/consents/consent-texts";
import { readLedger } from "@/lib/consents/ledger";
import type { Purpose } from "@/lib/consents/policy";
import type { OwnConsent } from "@/lib/consents/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailLink } from "./mail-link";

type ConsentsSectionProps = {
  locale: Locale;
  viewer: Viewer;
  consents: OwnConsent[];
  texts: { ever: TextsEver; inForce: TextsInForce };
};

const ACTIONS = { give: giveConsentAction, withdraw: withdrawConsentAction };

/** Consents whose refusal has a consequence that is said beside the button. */
const HINTED = ["members-directory", "public-directory", "transfer-to-france"] as const;

/** What one agreed to and when; each consent is given and withdrawn by one press. */
export function ConsentsSection({ locale, viewer, consents, texts }: ConsentsSectionProps) {
  const t = getTranslator(locale, "consents");
  const { ever, inForce } = texts;
  const ledger = readLedger(viewer, consents, inForce);
  const hintOf = (purpose: string) => {
    const hinted = HINTED.find((one) => one === purpose);
    return hinted ? t.rich(`hints.${hinted}`, mailLink()) : null;
  };
  const textOf = (purpose: Purpose, written = inForce[purpose]) =>
    consentText(purpose, written, locale, env().CLUB_CONTACT);
  const labelOf = (purpose: string) => referenceLabel("consentPurposes", purpose, locale);
  const accepted = ledger.accepted.map((row) => {
    const { purpose, textVersion } = row;
    const read = ever[purpose].find(({ version }) => version === textVersion);
    const words = read ? textOf(purpose, read) : null;
    return { ...row, label: labelOf(purpose), words, inForce: inForce[purpose] };
  });
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
      <AcceptedTexts accepted={accepted} locale={locale} />
      <PastConsents labelOf={labelOf} locale={locale} past={ledger.past} />
    </SideSection>
  );
}
