import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { PROMISES } from "@/lib/core/i18n/promises";
import { getTranslator } from "@/lib/core/i18n/translator";
import { addWorkingDays } from "@/lib/core/working-days";

const HOUR = 3_600_000;

/** Since when something waits, in words: less than an hour, hours, then days. */
export function waitingWords(since: Date, locale: Locale, now = new Date()): string {
  const t = getTranslator(locale, "admin");
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR);
  if (hours < 1) return t("queue.now");
  return hours < 24
    ? t("queue.hours", { count: hours })
    : t("queue.days", { count: Math.floor(hours / 24) });
}

/** Whether it has waited longer than the working days in which the club promises to read it, by the calendar of Lyon. */
export function isLate(since: Date, now = new Date()): boolean {
  return today(now) > addWorkingDays(today(since), PROMISES.reviewDays);
}
