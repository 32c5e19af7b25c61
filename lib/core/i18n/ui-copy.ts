import type { Locale } from "./locales";
import type { PickedText } from "./localized-text";
import { getTranslator } from "./translator";

/** The words of `<Pagination>` in one language. */
export function paginationCopy(locale: Locale) {
  const t = getTranslator(locale, "ui");
  return {
    label: t("pagination.label"),
    previous: t("pagination.previous"),
    next: t("pagination.next"),
    page: t("pagination.page"),
    cut: t("pagination.cut"),
  };
}

export type ListCopy = ReturnType<typeof listCopy>;

/** The words of every list in one language. */
export function listCopy(locale: Locale) {
  const t = getTranslator(locale, "ui");
  return {
    inForce: t("filters.inForce"),
    remove: t("filters.remove"),
    clear: t("filters.clear"),
    apply: t("filters.apply"),
    fold: t("filters.fold"),
    foldWithOrder: t("filters.foldWithOrder"),
    unavailable: t("filters.unavailable"),
    pagination: paginationCopy(locale),
  };
}

/** What a screen reader says around the changes in `<DiffText>`. */
export function diffCopy(locale: Locale) {
  const t = getTranslator(locale, "ui");
  return { added: t("diff.added"), removed: t("diff.removed"), end: t("diff.end") };
}

/** "Not yet in English: shown in French", said in the reader's language above a text that is not in it. */
export function fallbackLabel(locale: Locale, language: Locale): string {
  return getTranslator(locale, "ui")("localized.fallback", { language });
}

/** What stands above a text: that it is in another language, else that it is a translation older than its original. */
export function textNote(
  locale: Locale,
  text: Pick<PickedText, "lang" | "isFallback"> | null,
  isOlder = false,
): string | undefined {
  if (text?.isFallback) return fallbackLabel(locale, text.lang);
  return isOlder ? getTranslator(locale, "ui")("localized.stale") : undefined;
}
