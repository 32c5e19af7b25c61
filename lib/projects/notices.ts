import { type Fact, inEachLanguage } from "@/lib/core/events/facts";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";

/** How a notice calls a project by a title that its recipient may read; one that has none is untitled. */
export function titleFact(title: LocalizedText, originalLocale: Locale): Fact {
  const isTitled = Object.values(title).some(Boolean);
  if (isTitled) return { text: title, original: originalLocale };
  return inEachLanguage((locale) => getTranslator(locale, "projects")("untitled"));
}
