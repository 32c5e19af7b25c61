import { ASKED_CONSENTS } from "@/lib/applications/asked-choices";
import { needsTransferConsent } from "@/lib/applications/transfer-consent";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ConsentBoxes } from "./consent-boxes";
import type { StepFieldsProps } from "./step-fields-props";

/** What an applicant is asked to accept: none of the boxes is ticked before they tick it. */
export function CharterFields({ application, locale, contact }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers, texts, ticks } = application;
  const isTransferNeeded = needsTransferConsent(answers, application.joins);
  const ticked = answers.consents?.map(({ purpose }) => purpose) ?? [];
  const once = ticks.map(({ purpose }) => purpose);
  return (
    <ConsentBoxes
      changed={ASKED_CONSENTS.filter((one) => once.includes(one) && !ticked.includes(one))}
      contact={contact}
      hints={{
        "transfer-to-france": isTransferNeeded
          ? t("consents.transferNeeded")
          : t("consents.transferOptional"),
        "members-directory": t("consents.directoryHint"),
        "public-directory": t("consents.publicHint"),
      }}
      locale={locale}
      needed={[
        "charter",
        "privacy-notice",
        ...(isTransferNeeded ? (["transfer-to-france"] as const) : []),
      ]}
      texts={texts}
      ticked={ticked}
    />
  );
}
