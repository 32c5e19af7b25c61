import { type ReferenceList, referenceItems } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/**
 * When the words to a person are optional, beside a choice of reasons out of one list, or of two that follow the verdict:
 * unless a reason is chosen that says nothing by itself. In brackets, behind the name of the field.
 */
export function wordsOptional(
  [list, other]: readonly [ReferenceList, ReferenceList?],
  locale: Locale,
): string {
  const t = getTranslator(locale, "admin");
  const reason = bareReason(list, locale);
  return other
    ? t("decide.wordsOptionalOfTwo", { reason, other: bareReason(other, locale) })
    : t("decide.wordsOptional", { reason });
}

const bareReason = (list: ReferenceList, locale: Locale): string =>
  referenceItems(list).find(({ requiresText }) => requiresText)?.label[locale] ?? "";
