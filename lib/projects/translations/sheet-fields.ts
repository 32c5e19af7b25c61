import type { TranslationOrigin } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { ProjectContent, ProjectText, StaleMarks } from "../project-content";

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
  field: ProjectText;
  original: string;
  current: string;
  isStale: boolean;
  /** Whether the translation is not online yet: it stands in the owner's open edit. */
  isWaiting: boolean;
  note: TranslationNote | null;
};

/** Where the translation of one text into a language comes from; null for the original, or when that was not kept. */
export function noteOf(
  { provenance, ...content }: ProjectContent,
  field: ProjectText,
  to: Locale,
  translators: ReadonlyMap<string, Translator>,
): TranslationNote | null {
  const stamp = provenance?.[field]?.[to];
  if (!stamp || !content[field][to] || to === content.originalLocale) return null;
  const { origin, isReviewed, by } = stamp;
  return { origin, isReviewed, translator: translators.get(by) ?? { kind: "somebody" } };
}

type Beside = {
  fields: readonly ProjectText[];
  to: Locale;
  stale: StaleMarks;
  translators: ReadonlyMap<string, Translator>;
  /** What is online; null before a project is. */
  live: Record<ProjectText, LocalizedText> | null;
};

/** These texts beside their translation into a language, in the order they are read. */
export function toSheetFields(
  content: ProjectContent,
  { fields, to, stale, translators, live }: Beside,
): SheetField[] {
  return fields.map((field) => {
    const current = content[field][to] ?? "";
    return {
      field,
      original: content[field][content.originalLocale] ?? "",
      current,
      isStale: stale[field]?.includes(to) ?? false,
      isWaiting: live !== null && (live[field][to] ?? "") !== current,
      note: noteOf(content, field, to, translators),
    };
  });
}
