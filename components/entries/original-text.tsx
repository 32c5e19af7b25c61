import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LocalizedProse } from "../ui/localized-prose";

type OriginalTextProps = { text: string; original: Locale; locale: Locale };

/** What is translated, marked with its language. */
export function OriginalText({ text, original, locale }: OriginalTextProps) {
  return (
    <div className="space-y-1.5">
      <p className="text-muted text-sm">
        <span lang={LANGUAGE_TAG[original]}>{LOCALE_NAME[original]}</span>
        {` · ${getTranslator(locale, "translations")("original")}`}
      </p>
      <LocalizedProse lang={original} text={text} />
    </div>
  );
}
