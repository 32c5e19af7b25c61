import type { EntryKind } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { PartTranslation } from "@/lib/entries/questions/question-parts";
import { LocalizedProse } from "../ui/localized-prose";
import { OriginNote } from "./origin-note";

type PartWordsProps = {
  words: string;
  /** The language they were written in. */
  lang: Locale;
  /** What the reader is shown in their place. */
  shown: PartTranslation | null;
  kind: EntryKind;
  locale: Locale;
  className?: string;
};

/** A question or its answer: a translation for the reader, whose it is, and the original; or the original alone. */
export function PartWords({ words, lang, shown, kind, locale, className }: PartWordsProps) {
  const label = (one: Locale) => (one === locale ? undefined : fallbackLabel(locale, one));
  if (!shown) {
    return (
      <LocalizedProse className={className} fallbackLabel={label(lang)} lang={lang} text={words} />
    );
  }
  return (
    <>
      <LocalizedProse
        className={className}
        fallbackLabel={label(shown.locale)}
        lang={shown.locale}
        text={shown.words}
      />
      <div className="flex flex-wrap items-center gap-x-4">
        <OriginNote kind={kind} locale={locale} note={shown.note} />
        <details className="open:basis-full">
          <summary className="inline-flex min-h-11 items-center text-link text-sm">
            {getTranslator(locale, "translations")("questions.readOriginal")}
          </summary>
          <LocalizedProse className="pb-2" lang={lang} text={words} />
        </details>
      </div>
    </>
  );
}
