import { isLocale, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import type { Noun, NounCatalogue } from "./noun";

type KeysOf<Tree> = {
  [Name in keyof Tree & string]-?: Tree[Name] extends string | undefined
    ? Name
    : `${Name}.${KeysOf<NonNullable<Tree[Name]>>}`;
}[keyof Tree & string];

type Say = ((key: KeysOf<NounCatalogue>, values?: Record<string, string | number>) => string) & {
  has(key: KeysOf<NounCatalogue>): boolean;
};

/** What a kind of entry says in its own words: `say("editor.title")`. */
export const nounWords = (noun: Noun, locale: Locale) =>
  getTranslator(locale, noun.words) as unknown as Say;

/** The same of a kind whose drafts are deleted by whoever keeps them; null of any other, which has no words for it. */
export function removalWords(noun: Noun, locale: Locale): Say | null {
  const say = nounWords(noun, locale);
  return say.has("remove.title") ? say : null;
}

/** What a field is called, to whoever fills it in. */
export function fieldName(noun: Noun, name: string, locale: Locale): string {
  const names = noun.fields[name]?.kind === "text" ? "fields" : "facts";
  return nounWords(noun, locale)(`${names}.${name}`);
}

/** The same of a field as a gap names it, a text in one language with that language: `summary.zh`. */
export function gapName(noun: Noun, field: string, locale: Locale): string {
  const [name = "", language] = field.split(".");
  const label = fieldName(noun, name, locale);
  return isLocale(language) ? label + inBrackets(LOCALE_NAME[language], locale) : label;
}
