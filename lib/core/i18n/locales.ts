/** The portal's languages, in the order the language switch shows them. */
export const LOCALES = ["fr", "en", "zh"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "fr";

/** BCP 47 tags, for `lang`, `hreflang` and `Intl`. */
export const LANGUAGE_TAG: Record<Locale, string> = { fr: "fr-FR", en: "en-GB", zh: "zh-Hans" };

/** Each language in its own name. */
export const LOCALE_NAME: Record<Locale, string> = {
  fr: "Français",
  en: "English",
  zh: "简体中文",
};

/** All of them, the one a text was first written in before the others. */
export const originalFirst = (original: Locale): Locale[] => [
  original,
  ...LOCALES.filter((locale) => locale !== original),
];

/** Whether something from outside is one of the three languages, exactly as they are written here. */
export function isLocale(value: unknown): value is Locale {
  return (LOCALES as readonly unknown[]).includes(value);
}
