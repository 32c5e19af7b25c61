import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { TranslationNote } from "@/lib/projects/translations/sheet-fields";

/** Where a translation comes from, in the reader's language: a machine, or whoever may be named. */
export function noteWords({ origin, translator }: TranslationNote, locale: Locale): string {
  const t = getTranslator(locale, "translations");
  if (origin === "machine") return t("machine");
  return translator.kind === "person"
    ? t("by.person", { name: translator.name })
    : t(`by.${translator.kind}`);
}
