import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

const HOUR = 3_600_000;

/** The club answers within three working days; after so many days a text is marked as late. */
const PATIENCE_DAYS = 3;

/** Since when something waits, in words: less than an hour, hours, then days. */
export function waitingWords(since: Date, locale: Locale, now = new Date()): string {
  const t = getTranslator(locale, "admin");
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR);
  if (hours < 1) return t("queue.now");
  return hours < 24
    ? t("queue.hours", { count: hours })
    : t("queue.days", { count: Math.floor(hours / 24) });
}

/** Whether it has waited longer than the club promises. */
export function isLate(since: Date, now = new Date()): boolean {
  return now.getTime() - since.getTime() > PATIENCE_DAYS * 24 * HOUR;
}
