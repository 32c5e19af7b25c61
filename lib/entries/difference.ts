import type { EntryLevel } from "@/db/enums";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type DiffPart, diffTexts } from "@/lib/core/text/text-diff";
import { textsOf } from "./content";
import { choicesOf, type Description, fieldsLike, textsIn } from "./description";
import type { Noun } from "./noun";
import { chosenWords } from "./value-words";

export type TextChange = { field: string; language: Locale; parts: DiffPart[] };

/** What was chosen before and after, in words of the reader's language. */
export type ChoiceChange = { field: string; before: string; after: string };

/** The texts that changed, language by language, in the order they are read. */
export function listTextChanges(fields: Description, before: object, after: object): TextChange[] {
  const [old, now] = [before, after] as Record<string, LocalizedText>[];
  return fieldsLike(fields, { kind: "text" }).flatMap((field) =>
    LOCALES.flatMap((language) => {
      const [was = "", is = ""] = [old?.[field]?.[language], now?.[field]?.[language]];
      return was === is ? [] : [{ field, language, parts: diffTexts(was, is, language) }];
    }),
  );
}

/** Whether something else is said after an edit: a choice, or a text in the language in which it was written first. */
export const isSaidAnew = (fields: Description, before: object, after: object): boolean =>
  whatIsSaid(fields, before) !== whatIsSaid(fields, after);

function whatIsSaid(fields: Description, content: object): string {
  const { originalLocale, ...values } = textsOf(fields, content);
  const texts = textsIn(fields).map((name) => values[name]?.[originalLocale] ?? "");
  const chosen = content as Record<string, unknown>;
  return JSON.stringify([texts, choicesOf(fields).map((name) => chosen[name])]);
}

/** The choices that changed, before and after in words of the reader's language. */
export const listChoiceChanges = (noun: Noun, before: object, after: object, locale: Locale) =>
  wordChanges(choicesOf(noun.fields), before, after, (field, content) =>
    chosenWords(noun, content, field, locale),
  );

/** The same for who reads the full text and who learns whose it is, which a draft may still change. */
export function listLevelChanges(before: object, after: object, locale: Locale) {
  const t = getTranslator(locale, "entries");
  const words = (field: string, content: object) =>
    t(`levels.${(content as Levels)[field as keyof Levels]}`);
  const levels = ["textLevel", "ownerLevel"].filter((level) => level in after);
  return wordChanges(levels, before, after, words);
}

type Levels = Record<"textLevel" | "ownerLevel", EntryLevel>;

function wordChanges(
  names: readonly string[],
  before: object,
  after: object,
  words: (field: string, content: object) => string,
): ChoiceChange[] {
  return names
    .map((field) => ({ field, before: words(field, before), after: words(field, after) }))
    .filter((change) => change.before !== change.after);
}
