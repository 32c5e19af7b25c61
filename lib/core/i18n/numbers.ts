import { LANGUAGE_TAG, type Locale } from "./locales";

const FORMATTERS: Record<Locale, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat(LANGUAGE_TAG.fr),
  en: new Intl.NumberFormat(LANGUAGE_TAG.en),
  zh: new Intl.NumberFormat(LANGUAGE_TAG.zh, { useGrouping: "min2" }),
};

/** A whole number as readers of a language write it: `5 000`, `5,000`; Chinese leaves four digits ungrouped (`5000`). */
export function formatNumber(value: number, locale: Locale): string {
  return FORMATTERS[locale].format(value);
}
