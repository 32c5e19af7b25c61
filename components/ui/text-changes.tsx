import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { diffCopy } from "@/lib/core/i18n/ui-copy";
import type { DiffPart } from "@/lib/core/text/text-diff";
import { DiffText } from "./diff-text";

type TextChangesProps = {
  changes: readonly { field: string; language: Locale; parts: DiffPart[] }[];
  nameOf: (field: string) => string;
  locale: Locale;
};

/** Texts that changed, each under its name and language, word by word. */
export function TextChanges({ changes, nameOf, locale }: TextChangesProps) {
  return changes.map(({ field, language, parts }) => (
    <section key={`${field}.${language}`}>
      <h3 className="mb-2 font-semibold">
        {nameOf(field)}{" "}
        <span className="font-normal text-muted text-sm" lang={LANGUAGE_TAG[language]}>
          {LOCALE_NAME[language]}
        </span>
      </h3>
      <DiffText copy={diffCopy(locale)} lang={LANGUAGE_TAG[language]} parts={parts} />
    </section>
  ));
}
