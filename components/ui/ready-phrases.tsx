import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { UseText } from "./use-text";

type PhraseName = "ask" | "thanks" | "call" | "regret";

type ReadyPhrasesProps = {
  names: PhraseName[];
  fieldId: string;
  /** A machine may translate what is written there. */
  isTranslated?: boolean;
  locale: Locale;
};

/** Ready-made texts in three languages, since nobody translates what is private; without JavaScript they are copied by hand. */
export function ReadyPhrases({ names, fieldId, isTranslated, locale }: ReadyPhrasesProps) {
  const t = getTranslator(locale, "phrases");
  return (
    <details className="mt-5 rounded-md border border-hairline px-4 py-2">
      <summary className="cursor-pointer py-1 font-semibold text-link pointer-coarse:py-2.5">
        {t("title")}
      </summary>
      <p className="mt-1 text-muted text-sm">{t(isTranslated ? "hintTranslated" : "hint")}</p>
      {names.map((name) => (
        <section aria-label={t(`names.${name}`)} className="mt-4" key={name}>
          <p className="font-semibold">{t(`names.${name}`)}</p>
          {LOCALES.map((lang) => {
            const text = getTranslator(lang, "phrases")(`texts.${name}`);
            return (
              <div className="mt-2 border-hairline border-l-2 pl-3" key={lang}>
                <p className="text-muted text-xs" lang={LANGUAGE_TAG[lang]}>
                  {LOCALE_NAME[lang]}
                </p>
                <p className="max-w-measure" lang={LANGUAGE_TAG[lang]}>
                  {text}
                </p>
                <UseText
                  fieldId={fieldId}
                  label={t("use")}
                  language={inBrackets(LOCALE_NAME[lang], locale)}
                  text={text}
                />
              </div>
            );
          })}
        </section>
      ))}
    </details>
  );
}
