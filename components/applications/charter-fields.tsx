import { ASKED_CONSENTS } from "@/lib/applications/asked-choices";
import { needsTransferConsent } from "@/lib/applications/transfer-consent";
import { type ConsentText, consentText } from "@/lib/consents/consent-texts";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { Badge } from "../ui/badge";
import { Checkbox } from "../ui/checkbox";
import type { StepFieldsProps } from "./step-fields-props";

/** The charter and the consents: a box each, none of them ticked, with the text it stands for. */
export function CharterFields({ application, locale, contact }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers, texts, ticks } = application;
  const isTransferNeeded = needsTransferConsent(answers, application.joins);
  const needed = ["charter", "privacy-notice", ...(isTransferNeeded ? ["transfer-to-france"] : [])];
  const hints: Partial<Record<(typeof ASKED_CONSENTS)[number], string>> = {
    "transfer-to-france": isTransferNeeded
      ? t("consents.transferNeeded")
      : t("consents.transferOptional"),
    "members-directory": t("consents.directoryHint"),
    "public-directory": t("consents.publicHint"),
  };
  return (
    <ul className="divide-y divide-hairline">
      {ASKED_CONSENTS.map((purpose) => {
        const { version } = texts[purpose];
        const isTicked = answers.consents?.some((tick) => tick.purpose === purpose);
        const isChanged = !isTicked && ticks.some((tick) => tick.purpose === purpose);
        return (
          <li className="space-y-2 py-6 first:pt-0 last:pb-0" key={purpose}>
            <Badge tone={needed.includes(purpose) ? "info" : "neutral"}>
              {needed.includes(purpose) ? t("consents.required") : t("consents.optional")}
            </Badge>
            {isChanged ? (
              <p className="text-warning">{t("consents.changed", { version })}</p>
            ) : null}
            <Checkbox
              defaultChecked={isTicked}
              hint={hints[purpose]}
              label={<span className="font-semibold">{t(`consents.${purpose}`)}</span>}
              name={purpose}
              required={needed.includes(purpose)}
              value="on"
            />
            <input name={`versions.${purpose}`} type="hidden" value={version} />
            <Text
              isOpen={isChanged || (purpose === "transfer-to-france" && isTransferNeeded)}
              locale={locale}
              text={consentText(purpose, texts[purpose], locale, contact)}
            />
          </li>
        );
      })}
    </ul>
  );
}

type TextProps = { text: ConsentText; isOpen: boolean; locale: Locale };

function Text({ text, isOpen, locale }: TextProps) {
  const t = getTranslator(locale, "applications");
  return (
    <details className="pl-8" open={isOpen}>
      <summary className="inline-flex min-h-9 items-center font-semibold text-link text-sm pointer-coarse:min-h-11">
        {t("consents.read")}
        <span className="sr-only">{` · ${text.label}`}</span>
      </summary>
      <div className="mt-1 max-w-measure space-y-3 border-hairline border-l-2 pl-4 text-sm">
        {text.isFallback ? <p className="text-muted">{fallbackLabel(locale, text.lang)}</p> : null}
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph} lang={text.isFallback ? LANGUAGE_TAG[text.lang] : undefined}>
            {paragraph}
          </p>
        ))}
        <p className="text-muted">{t("consents.version", { version: text.version })}</p>
      </div>
    </details>
  );
}
