import { expectedAnswerDay } from "@/lib/applications/expected-answer";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** By when an applicant was promised an answer, in words, and whether that day has passed. */
export function answerDue(
  receivedAt: Date,
  locale: Locale,
  now = new Date(),
): { late: boolean; words: string } {
  const day = expectedAnswerDay(receivedAt);
  const late = today(now) > day;
  const date = formatDay(day, locale);
  const words = getTranslator(locale, "vetting")("row.expected", {
    late: late ? "yes" : "no",
    date,
  });
  return { late, words };
}
