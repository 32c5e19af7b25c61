import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { makeNumberFormat } from "@/lib/core/i18n/numbers";

/** Amounts are kept in cents of a euro; no call is for more than this. */
export const MOST_CENTS = 10_000_000;

/** No amount is written longer. */
const LONGEST = 24;

const EURO = /^(?:€|EUR|欧元)|(?:€|EUR|欧元)$/i;

/** Thousands apart by a space, point, comma or apostrophe, all by the same; one or two figures after the last sign are cents. */
const WRITTEN = /^(\d{1,3}(?:([ .,'])\d{3})(?:\2\d{3})*|\d+)(?:[.,](\d{1,2}))?$/;

/**
 * Cents of a euro from what somebody writes in any of the three languages: `120`, `120,5`, `1 200,00 €`, `€1,200.00`,
 * `1200欧元`. Null for anything else: nothing, another currency, a sign before it, more than two figures of cents.
 */
export function readAmount(written: string): number | null {
  if (written.length > LONGEST) return null;
  const plain = written.normalize("NFKC").replace(/\s+/gu, " ").replace(/’/g, "'").trim();
  const amount = plain.replace(EURO, "").trim();
  const [, whole, separator, cents = ""] = WRITTEN.exec(amount) ?? [];
  if (whole === undefined) return null;
  if (separator && cents && amount.at(-cents.length - 1) === separator) return null;
  return Number(whole.replace(/\D/g, "")) * 100 + Number(cents.padEnd(2, "0"));
}

type Cents = "always" | "if-any";

const formatters = new Map<`${Locale} ${Cents}`, Intl.NumberFormat>();

/** An amount in cents as the books write it in a language: `1 200,00 €`, `€1,200.00`, `1200欧元`. */
export const formatAmount = (cents: number, locale: Locale) => format(cents, locale, "always");

/** A price in cents as one is told it: `120 €`, `€120`, `120欧元`; cents only where there are some. */
export const formatPrice = (cents: number, locale: Locale) => format(cents, locale, "if-any");

function format(cents: number, locale: Locale, shown: Cents): string {
  // Readers of Chinese write the currency behind, in words, and no cents where there are none.
  const isPlain = locale === "zh" || shown === "if-any";
  const options = {
    currencyDisplay: locale === "zh" ? "name" : "narrowSymbol",
    trailingZeroDisplay: isPlain ? "stripIfInteger" : "auto",
  } as const;
  const key = `${locale} ${shown}` as const;
  const known =
    formatters.get(key) ??
    makeNumberFormat(LANGUAGE_TAG[locale], { style: "currency", currency: "EUR", ...options });
  formatters.set(key, known);
  return known.format(cents / 100);
}

/** The same for a field to type in, without a sign: `1200.00`, `120,00` in French. */
export function amountToEdit(cents: number, locale: Locale): string {
  const plain = (cents / 100).toFixed(2);
  return locale === "fr" ? plain.replace(".", ",") : plain;
}
