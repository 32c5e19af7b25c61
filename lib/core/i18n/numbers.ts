import { LANGUAGE_TAG, type Locale } from "./locales";

/** What writes numbers in a language, by its tag; in Chinese four figures stand together: `5000`, `12,345`. */
export function makeNumberFormat(tag: string, options?: Intl.NumberFormatOptions) {
  const grouping = tag === LANGUAGE_TAG.zh ? ({ useGrouping: "min2" } as const) : {};
  return new Intl.NumberFormat(tag, { ...grouping, ...options });
}

const FORMATTERS: Record<Locale, Intl.NumberFormat> = {
  fr: makeNumberFormat(LANGUAGE_TAG.fr),
  en: makeNumberFormat(LANGUAGE_TAG.en),
  zh: makeNumberFormat(LANGUAGE_TAG.zh),
};

/** A whole number as readers of a language write it: `5 000`, `5,000`; Chinese leaves four digits ungrouped (`5000`). */
export function formatNumber(value: number, locale: Locale): string {
  return FORMATTERS[locale].format(value);
}
