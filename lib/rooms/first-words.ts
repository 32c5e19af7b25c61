import { addDays } from "@/lib/core/dates";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** The reader's language first, then those of the others, each once. */
const inOrder = (reader: Locale, others: readonly Locale[]) => [
  reader,
  ...LOCALES.filter((locale) => locale !== reader && others.includes(locale)),
];

/** What an empty room suggests to write first, in the languages of its people, a paragraph each. */
export const firstMessage = (reader: Locale, others: readonly Locale[]): string =>
  inOrder(reader, others)
    .map((locale) => getTranslator(locale, "rooms")("start.message"))
    .join("\n\n");

/** What it suggests to plan first, in the same languages, on one line. */
export const firstMilestone = (reader: Locale, others: readonly Locale[]): string =>
  inOrder(reader, others)
    .map((locale) => getTranslator(locale, "rooms")("start.milestone"))
    .join(" · ");

const FIRST_DAYS = 14;

/** When: two weeks after a day `YYYY-MM-DD`, also where the project starts later: people prepare before. */
export const firstDueOn = (day: string): string => addDays(day, FIRST_DAYS);
