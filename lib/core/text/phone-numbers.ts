import "server-only";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Country } from "@/db/enums";
import type { Locale } from "../i18n/locales";

/** No number is longer, however it is spaced. */
const LONGEST = 100;

/** What a keyboard, a paste or a business card leaves in a number: full-width digits, marks of direction, spaces, `(+33)`. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Pd}\u2212]+/gu, " ")
    .trim()
    .replace(/^\(((?:\+|00)\d{1,3})\)/, "$1")
    .replace(/(?<=.)\(0\)/, "")
    .replace(/^00/, "+");

/** What follows the country code, where the club has many numbers and the library's short rules let too much pass. */
const NATIONAL: [code: string, number: RegExp][] = [
  ["+33", /^[1-9]\d{8}$/],
  // mobiles; landlines behind Beijing's 10, a two-digit or a three-digit area code
  ["+86", /^(1[3-9]\d{9}|(10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/],
  ["+852", /^[2-9]\d{7}$/],
  ["+853", /^[268]\d{7}$/],
];

/**
 * How a number is dialled at home, spaced or not: in France with its 0, a Chinese mobile bare (or behind a bare 86), a
 * Chinese landline with its 0. `1 702 555 0143`, with a gap after its 1, is of North America.
 */
const AT_HOME: Record<Country, RegExp | null> = {
  fr: /^0[1-9]\d{8}$/,
  cn: /^((86)?1[3-9]\d{9}|0[1-9]\d{9,10})$/,
  hk: /^[2-9]\d{7}$/,
  mo: /^[268]\d{7}$/,
  other: null,
};

const CODES: Record<Country, CountryCode | null> = {
  fr: "FR",
  cn: "CN",
  hk: "HK",
  mo: "MO",
  other: null,
};

const OF_LANGUAGE: Record<Locale, Country | null> = { fr: "fr", en: null, zh: "cn" };

/**
 * The countries a number without country code may be of, the likeliest first: that of the form's language (French: France,
 * Chinese: mainland China; English is of none), then that of the person's organisation.
 */
export function phoneCountries(locale: Locale, known: Country | null | undefined): Country[] {
  const likely = [OF_LANGUAGE[locale], known].filter((one) => one && one !== "other") as Country[];
  return [...new Set(likely)];
}

function isDialledIn(country: Country, written: string): boolean {
  const isAbroad = /^1\D/.test(written);
  return !isAbroad && (AT_HOME[country]?.test(written.replace(/\D/g, "")) ?? false);
}

function parse(text: string, country?: Country) {
  if (text.length > LONGEST) return null;
  const written = plain(text);
  if (country && !isDialledIn(country, written)) return null;
  // Nothing but a number: no words around it, no second one.
  if (!/^\+?[\d ()./]+$/.test(written)) return null;
  const found = parsePhoneNumberFromString(written, {
    defaultCountry: (country && CODES[country]) ?? undefined,
    extract: false,
  });
  if (!found?.isValid() || found.number.length > 16) return null;
  const { number } = found;
  const isRight = NATIONAL.every(
    ([code, rest]) => !number.startsWith(code) || rest.test(number.slice(code.length)),
  );
  return isRight ? found : null;
}

/**
 * A telephone number as E.164 (ITU-T) writes it, `+33639980012`, however it was spaced: with its country code, or as it is
 * dialled in one of `countries`. Null for what is no number there.
 */
export function readPhone(text: string, countries: readonly Country[] = []): string | null {
  for (const country of [undefined, ...countries]) {
    const found = parse(text, country);
    if (found) return found.number;
  }
  return null;
}

/** Whether it is a telephone number with its country code, spaced as one likes. */
export const isPhone = (text: string): boolean => readPhone(text) !== null;

/** A valid number in the groups its country reads (`+33 6 39 98 00 12`, `+86 138 0013 8000`); anything else as it is. */
export function formatPhone(text: string): string {
  return parse(text)?.formatInternational() ?? text;
}
