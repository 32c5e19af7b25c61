import type { TranslationOrigin } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import type { TranslationStamp } from "@/lib/core/i18n/provenance";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import type { Texts } from "./content";
import { originalOf, wordsIn } from "./translation-sheet";

/** Who made a translation, as far as the reader may know. */
export type Translator =
  | { kind: "owner" }
  | { kind: "somebody" }
  | { kind: "person"; name: string; slug: string };

/** Where a translation comes from, for a reader. */
export type TranslationNote = {
  origin: TranslationOrigin;
  isReviewed: boolean;
  translator: Translator;
};

/** One text beside its translation; `note` is null where nobody kept where it comes from. */
export type SheetField = {
  field: string;
  original: string;
  current: string;
  isStale: boolean;
  /** Whether the translation is not online yet: it stands in the owner's open edit. */
  isWaiting: boolean;
  note: TranslationNote | null;
};

/** Where a translation comes from by its stamp, which the original and what is empty never bear; null without one. */
export function noteOf(
  stamp: TranslationStamp | undefined,
  translators: ReadonlyMap<string, Translator>,
): TranslationNote | null {
  if (!stamp) return null;
  const { origin, isReviewed, by } = stamp;
  return { origin, isReviewed, translator: translators.get(by) ?? { kind: "somebody" } };
}

type Beside = {
  fields: readonly string[];
  to: Locale;
  stale: StaleMarks;
  translators: ReadonlyMap<string, Translator>;
  /** What is online; null before an entry is. */
  live: Texts | null;
};

/** These texts beside their translation into a language, in the order they are read. */
export function toSheetFields(
  content: Texts,
  { fields, to, stale, translators, live }: Beside,
): SheetField[] {
  return fields.map((field) => {
    const current = wordsIn(content, field, to);
    return {
      field,
      original: originalOf(content, field),
      current,
      isStale: stale[field]?.includes(to) ?? false,
      isWaiting: live !== null && wordsIn(live, field, to) !== current,
      note: noteOf(content.provenance?.[field]?.[to], translators),
    };
  });
}
