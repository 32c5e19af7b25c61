import type { EntryKind } from "@/db/enums";
import { type Fact, inEachLanguage } from "@/lib/core/events/facts";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { conjunctionOf } from "@/lib/core/i18n/word-list";
import type { Noun } from "./noun";
import { nounWords } from "./noun-words";

/** What a text of an entry is called by readers who need not be its owner, in their language. */
export function textName(kind: EntryKind, field: string, locale: Locale): string {
  return getTranslator(locale, "translations")(`${kind}.texts.${field}` as "project.texts.title");
}

/** Several of them in one sentence, with the questions under it where there are some: "Titre et Présentation". */
export function textNames(
  kind: EntryKind,
  fields: readonly string[],
  locale: Locale,
  hasQuestions = false,
): string {
  const names = fields.map((field) => textName(kind, field, locale));
  const questions = getTranslator(locale, "entries")("questions.title", { kind });
  return conjunctionOf(hasQuestions ? [...names, questions] : names, locale);
}

/** How a notice calls an entry by a title that its recipient may read; one that has none is untitled. */
export function titleFact(noun: Noun, title: LocalizedText, originalLocale: Locale): Fact {
  const isTitled = Object.values(title).some(Boolean);
  if (isTitled) return { text: title, original: originalLocale };
  return inEachLanguage((locale) => nounWords(noun, locale)("untitled"));
}
