import type { StoredStamp } from "@/db/stored";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

/** Where one translation comes from. */
export type TranslationStamp = StoredStamp;

/** By text and language: `{summary: {en: {origin: "person", by: "…", isReviewed: true}}}`. */
export type Provenance = Record<string, Record<string, TranslationStamp>>;

/** Words that a person chose: their own, or somebody's that they read and took. */
export function byPerson({ accountId }: { accountId: string }): TranslationStamp {
  return { origin: "person", by: accountId, isReviewed: true };
}

/** Words of a machine, asked for by this account and read by nobody yet. */
export function byMachine({ accountId }: { accountId: string }): TranslationStamp {
  return { origin: "machine", by: accountId, isReviewed: false };
}

/**
 * Where the translations of one text come from after a save: those that changed bear `stamp`, the others keep theirs;
 * the original and what is empty bear none.
 */
export function stampText(
  before: LocalizedText,
  after: LocalizedText,
  original: Locale,
  known: Record<string, TranslationStamp>,
  stamp: TranslationStamp,
): Record<string, TranslationStamp> {
  const entries = LOCALES.flatMap((locale) => {
    if (locale === original || !after[locale]) return [];
    const now = after[locale] === before[locale] ? known[locale] : stamp;
    return now ? [[locale, now] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Where the translations of these texts come from after a save in which those that changed were made as `stamp` says. */
export function provenanceAfter<Text extends string>(
  texts: readonly Text[],
  before: Record<Text, LocalizedText> & { provenance?: Provenance },
  after: Record<Text, LocalizedText> & { originalLocale: Locale },
  stamp: TranslationStamp,
): Provenance {
  const entries = texts.map((text): [string, Record<string, TranslationStamp>] => {
    const known = before.provenance?.[text] ?? {};
    return [text, stampText(before[text], after[text], after.originalLocale, known, stamp)];
  });
  return Object.fromEntries(entries.filter(([, stamps]) => Object.keys(stamps).length > 0));
}
