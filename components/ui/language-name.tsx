import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";

/** A language by its own name, which is a word of that language. */
export function LanguageName({ of }: { of: Locale }) {
  return <span lang={LANGUAGE_TAG[of]}>{LOCALE_NAME[of]}</span>;
}

/** The three of them, to be chosen from where all stand open. */
export const LANGUAGE_CHOICES = LOCALES.map((value) => ({
  value,
  label: <LanguageName of={value} />,
}));
