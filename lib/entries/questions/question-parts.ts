import { QUESTION_PARTS, type QuestionPart } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import type { TranslationNote } from "../sheet-fields";
import { fingerprintOf } from "../translation-sheet";

/** A question, or its answer, in another language; `memberId` is null once who translated it was erased. */
export type PartTranslation = {
  words: string;
  locale: Locale;
  memberId: string | null;
  note: TranslationNote;
};

/** A question as it was written, with its answer. */
export type QuestionTexts = {
  words: string;
  locale: Locale;
  answer: string | null;
  answerLocale: Locale | null;
};

/** What was written in each part of a question, and in which language; null where nothing is. */
export function writtenIn(part: QuestionPart, question: QuestionTexts) {
  const { words, locale, answer, answerLocale } = question;
  if (part === "question") return words ? { words, locale } : null;
  return answer && answerLocale ? { words: answer, locale: answerLocale } : null;
}

/** The parts of a question that are not in a language. */
export const partsIn = (question: QuestionTexts, to: Locale) =>
  QUESTION_PARTS.flatMap((part) => {
    const original = writtenIn(part, question);
    return original && original.locale !== to ? [{ part, original }] : [];
  });

/** What a reader of a language is shown of a part: a translation into it, else into English, else the original. */
export function translationFor(
  original: { locale: Locale } | null,
  translations: readonly PartTranslation[] = [],
  locale: Locale,
): PartTranslation | null {
  if (!original || original.locale === locale) return null;
  const own = translations.find((one) => one.locale === locale);
  if (own || original.locale === "en") return own ?? null;
  return translations.find((one) => one.locale === "en") ?? null;
}

type Shown = Record<QuestionPart, PartTranslation | null>;

/** Whether a reader of a language is shown a part of a question in another one. */
export const isForeign = (question: QuestionTexts & { shown: Shown }, locale: Locale) =>
  partsIn(question, locale).some(({ part }) => question.shown[part]?.locale !== locale);

/** Tells what a translator read from what stands there now: both originals and their translations into a language. */
export function questionFingerprint(
  question: QuestionTexts,
  to: Locale,
  translated: Partial<Record<QuestionPart, string>>,
): string {
  const { words, answer } = question;
  return fingerprintOf([
    to,
    words,
    answer ?? "",
    ...QUESTION_PARTS.map((p) => translated[p] ?? ""),
  ]);
}
