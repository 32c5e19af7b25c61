import { HOUR_MS } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** Since when something waits, in words: less than an hour, hours, then days. */
export function waitingWords(since: Date, locale: Locale, now = new Date()): string {
  const t = getTranslator(locale, "admin");
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR_MS);
  if (hours < 1) return t("queue.now");
  return hours < 24
    ? t("queue.hours", { count: hours })
    : t("queue.days", { count: Math.floor(hours / 24) });
}
