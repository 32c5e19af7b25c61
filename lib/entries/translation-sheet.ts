import { hashToken } from "@/lib/core/auth/tokens";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Texts } from "./content";
import { type Description, textsIn } from "./description";
import { pageOf } from "./noun";

/** The address of the sheet of an entry. */
export const sheetOf = (entry: Parameters<typeof pageOf>[0], locale: Locale) =>
  `${pageOf(entry)}/translate?to=${locale}`;

/** The address of the sheet of the questions under it. */
export const questionSheetOf = (entry: Parameters<typeof pageOf>[0], locale: Locale) =>
  `${pageOf(entry)}/questions?to=${locale}`;

type Offered = { field: string; locale: Locale; words: string };

/** What stands in a text in a language; `""` for nothing. */
export const wordsIn = (content: Texts, field: string, locale: Locale): string =>
  content[field]?.[locale] ?? "";

/** What stands in a text in its original language. */
export const originalOf = (content: Texts, field: string): string =>
  wordsIn(content, field, content.originalLocale);

/** The texts of an entry that can be translated: those that stand in its original language. */
export function translatableTexts(fields: Description, content: Texts): string[] {
  return textsIn(fields).filter((field) => originalOf(content, field) !== "");
}

/** The languages an entry can be translated into. */
export function isTranslatableInto(content: Texts, locale: Locale): boolean {
  return locale !== content.originalLocale;
}

/** Tells two states of the same texts apart, so that nobody translates or accepts what has changed meanwhile. */
export function fingerprintOf(texts: readonly string[]): string {
  return hashToken(JSON.stringify(texts)).slice(0, 24);
}

/** The fingerprint of what a translator into this language read: the originals of these texts. */
export function originalsFingerprint(content: Texts, texts: readonly string[]): string {
  return fingerprintOf(texts.flatMap((field) => [field, originalOf(content, field)]));
}

/** The fingerprint of what the owner saw beside each other: originals and translations. */
export function sheetFingerprint(fields: Description, content: Texts, locale: Locale): string {
  const texts = textsIn(fields).flatMap((field) => [
    originalOf(content, field),
    wordsIn(content, field, locale),
  ]);
  return fingerprintOf([locale, ...texts]);
}

/**
 * The fingerprint of offers that are weighed together, in their order, as the owner weighs each: original, present
 * translation, offered words.
 */
export function offersFingerprint(content: Texts, offers: readonly Offered[]): string {
  const weighed = offers.flatMap(({ field, locale, words }) => [
    ...[field, locale, originalOf(content, field), wordsIn(content, field, locale), words],
  ]);
  return fingerprintOf(weighed);
}
