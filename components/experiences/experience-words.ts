import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { valueWords } from "@/lib/entries/value-words";
import { EXPERIENCE, type ExperienceContent } from "@/lib/experiences/experience";

type Facts = Pick<ExperienceContent, "topics" | "cities" | "fromYear" | "toYear">;

/** "Market exit, Contracts and disputes · Changzhou · 2023–2024", of what was said. */
export function factWords({ topics, cities, fromYear, toYear }: Facts, locale: Locale): string {
  return [
    valueWords(EXPERIENCE.topics, topics, locale),
    valueWords(EXPERIENCE.cities, cities, locale),
    yearsWords(fromYear, toYear, locale),
  ]
    .filter(Boolean)
    .join("\u00a0· ");
}

function yearsWords(from: number | null, to: number | null, locale: Locale): string {
  const t = getTranslator(locale, "experiences");
  if (from === to) return from ? String(from) : "";
  const key = from && to ? "between" : from ? "since" : "until";
  return t(`years.${key}`, { from: String(from), to: String(to) });
}
