import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { Noun } from "@/lib/entries/noun";
import { isOlder } from "@/lib/entries/older-text";
import type { TranslationNotes } from "@/lib/entries/translators.queries";
import { LocalizedProse } from "../ui/localized-prose";
import { OriginNote } from "./origin-note";

type TextPartsProps = {
  noun: Noun;
  /** In the order in which they are read; what is empty is left out. */
  parts: { name: string; title: string; text: LocalizedText | undefined }[];
  originalLocale: Locale;
  stale: StaleMarks;
  /** Where the translations come from. */
  notes?: TranslationNotes;
  locale: Locale;
};

/** The texts of an entry, each in the language picked for the reader. */
export function TextParts({ noun, parts, originalLocale, ...more }: TextPartsProps) {
  const { stale, notes = {}, locale } = more;
  const old = getTranslator(locale, "ui")("localized.stale");
  const shown = parts.flatMap(({ name, title, text }) => {
    const picked = pickText(text, locale, originalLocale);
    return picked ? [{ name, title, picked }] : [];
  });
  return (
    <div className="space-y-10">
      {shown.map(({ name, title, picked }, index) => {
        const { text, lang, isFallback } = picked;
        // Said once for parts that follow each other in the same language.
        const isNew = lang !== shown[index - 1]?.picked.lang;
        const missing = isFallback && isNew ? fallbackLabel(locale, lang) : undefined;
        const field = noun.fields[name];
        const note = isFallback ? undefined : notes[name];
        return (
          <section aria-labelledby={`part-${name}`} key={name}>
            <h2 className="mb-3 font-semibold text-2xl" id={`part-${name}`}>
              {title}
            </h2>
            <LocalizedProse
              fallbackLabel={isOlder(stale, name, picked) ? old : missing}
              isList={field?.kind === "text" && field.isList}
              lang={lang}
              text={text}
            />
            {note ? (
              <p className="mt-2">
                <OriginNote kind={noun.kind} locale={locale} note={note} />
              </p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
