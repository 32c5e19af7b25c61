import { LANGUAGE_TAG, type Locale } from "./locales";

/** A whole number as readers of a language write it: `5 000`, `5,000`; Chinese leaves four digits ungrouped (`5000`). */
export function formatNumber(value: number, locale: Locale): string {
  const useGrouping = locale === "zh" ? "min2" : "auto";
  return new Intl.NumberFormat(LANGUAGE_TAG[locale], { useGrouping }).format(value);
}
