import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";

/** The words around a message of a room. */
export function messageCopy(locale: Locale) {
  return {
    to: getTranslator(locale, "rooms")("discussion.to"),
    translate: getTranslator(locale, "machine")("order"),
    former: getTranslator(locale, "members")("former"),
  };
}

/** The words around all of them. */
export function talkCopy(locale: Locale) {
  const t = getTranslator(locale, "rooms");
  return {
    list: t("discussion.list"),
    empty: { title: t("discussion.emptyTitle"), text: t("discussion.empty") },
    message: messageCopy(locale),
    live: {
      unreachable: getTranslator(locale, "ui")("live.unreachable"),
      gone: t("discussion.gone"),
    },
    pagination: paginationCopy(locale),
    report: getTranslator(locale, "admin")("reports.link"),
  };
}
