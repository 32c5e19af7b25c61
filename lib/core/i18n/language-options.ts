import { LANGUAGE_TAG, LOCALE_NAME, LOCALES } from "./locales";

/** The three languages as options of a select, each by its own name, which is a word of that language (`lang`, BCP 47). */
export const LANGUAGE_OPTIONS = LOCALES.map((value) => ({
  value,
  label: LOCALE_NAME[value],
  lang: LANGUAGE_TAG[value],
}));
