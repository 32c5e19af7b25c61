import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { type DiffPart, diffTexts } from "@/lib/core/text/text-diff";

export type TextChange<Name> = { field: Name; language: Locale; parts: DiffPart[] };

/** What was chosen before and after, in words of the reader's language. */
export type ChoiceChange<Name> = { field: Name; before: string; after: string };

/** What changed in these texts, language by language, in their order. */
export function textChanges<Name extends string>(
  texts: readonly Name[],
  before: Record<Name, LocalizedText>,
  after: Record<Name, LocalizedText>,
): TextChange<Name>[] {
  return texts.flatMap((field) =>
    LOCALES.flatMap((language) => {
      const [was = "", is = ""] = [before[field][language], after[field][language]];
      return was === is ? [] : [{ field, language, parts: diffTexts(was, is, language) }];
    }),
  );
}

/** What changed in these choices, as `words` calls them. */
export function wordChanges<Name extends string, Content>(
  choices: readonly Name[],
  words: (choice: Name, content: Content) => string,
  before: Content,
  after: Content,
): ChoiceChange<Name>[] {
  return choices
    .map((field) => ({ field, before: words(field, before), after: words(field, after) }))
    .filter((change) => change.before !== change.after);
}
