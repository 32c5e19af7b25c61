import type { Locale } from "@/lib/core/i18n/locales";
import type { Said } from "@/lib/directory/crowd";
import { choiceWords } from "@/lib/projects/choice-words";
import type { ProjectTeaser } from "@/lib/projects/listing.queries";

/** "Textile and fashion · Guangdong": what is shown of sectors and cities; `""` for nothing. */
export function fieldWords({ sectors, places }: Said, locale: Locale): string {
  const words = [choiceWords("sectors", sectors, locale), choiceWords("cities", places, locale)];
  return words.filter(Boolean).join("\u00a0· ");
}

/** The type of a proposal in words; a draft may have none. */
export function typeWords(type: ProjectTeaser["profileType"], locale: Locale): string {
  return choiceWords("profileType", type, locale);
}
