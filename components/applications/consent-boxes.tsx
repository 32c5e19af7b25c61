import { ASKED_CONSENTS } from "@/lib/applications/asked-choices";
import { type ConsentText, consentText, type TextsInForce } from "@/lib/consents/consent-texts";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { Badge } from "../ui/badge";
import { Checkbox } from "../ui/checkbox";

type Asked = (typeof ASKED_CONSENTS)[number];

type ConsentBoxesProps = {
  texts: TextsInForce;
  /** Those without which one does not join. */
  needed: readonly Asked[];
  hints: Partial<Record<Asked, string>>;
  ticked?: readonly string[];
  /** Ticked once, beside a text that has changed since. */
  changed?: readonly string[];
  locale: Locale;
  /** The club's address, which the texts name. */
  contact: string;
};

/** The charter and the consents: a box each, with the text it stands for. */
export function ConsentBoxes(props: ConsentBoxesProps) {
  const { texts, needed, hints, ticked = [], changed = [], locale, contact } = props;
  const t = getTranslator(locale, "applications");
  return (
    <ul className="divide-y divide-hairline">
      {ASKED_CONSENTS.map((purpose) => {
        const { version } = texts[purpose];
        const isNeeded = needed.includes(purpose);
        const isChanged = changed.includes(purpose);
        return (
          <li className="space-y-2 py-6 first:pt-0 last:pb-0" key={purpose}>
            <Badge tone={isNeeded ? "info" : "neutral"}>
              {isNeeded ? t("consents.required") : t("consents.optional")}
            </Badge>
            {isChanged ? (
              <p className="text-warning">{t("consents.changed", { version })}</p>
            ) : null}
            <Checkbox
              defaultChecked={ticked.includes(purpose)}
              hint={hints[purpose]}
              label={<span className="font-semibold">{t(`consents.${purpose}`)}</span>}
              name={purpose}
              required={isNeeded}
              value="on"
            />
            <input name={`versions.${purpose}`} type="hidden" value={version} />
            <Text
              isOpen={isChanged || (purpose === "transfer-to-france" && isNeeded)}
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
  const note = textNote(locale, text, text.isOlder);
  return (
    <details className="pl-8" open={isOpen}>
      <summary className="inline-flex min-h-9 items-center font-semibold text-link text-sm pointer-coarse:min-h-11">
        {t("consents.read")}
        <span className="sr-only">{` · ${text.label}`}</span>
      </summary>
      <div className="mt-1 max-w-measure space-y-3 border-hairline border-l-2 pl-4 text-sm">
        {note ? <p className="text-muted">{note}</p> : null}
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
