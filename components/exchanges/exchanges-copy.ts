import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";

/** The words around the list of exchanges. */
export const exchangesCopy = (locale: Locale) => ({
  tabs: getTranslator(locale, "exchanges")("tabs.label"),
  live: { unreachable: getTranslator(locale, "ui")("live.unreachable") },
  pagination: paginationCopy(locale),
});
