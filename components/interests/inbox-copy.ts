import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";

/** The words around the inbox. */
export function inboxCopy(locale: Locale) {
  const t = getTranslator(locale, "interests");
  return {
    list: t("list.label"),
    sides: t("list.sides"),
    groups: t("list.groups"),
    live: { unreachable: getTranslator(locale, "ui")("live.unreachable") },
    pagination: paginationCopy(locale),
  };
}
