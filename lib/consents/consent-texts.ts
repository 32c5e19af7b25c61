import { referenceItem } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { PURPOSES, type Purpose } from "./policy";

/** A version of a text that is agreed to; `{contact}` stands for the club's address. */
export type WrittenText = {
  version: number;
  text: LocalizedText;
  originalLocale: Locale;
  /** The day from which the club's own text holds; null of the portal's. */
  since: string | null;
  /** Languages in which it is a translation that is older than the original. */
  older?: readonly Locale[];
};

/** The text of each purpose that is agreed to at one moment. */
export type TextsInForce = Readonly<Record<Purpose, WrittenText>>;

/** Each version that there has been, the newest first, those of the club's own also while another holds. */
export type TextsEver = Readonly<Record<Purpose, readonly WrittenText[]>>;

/** A text as it is read in one language, and in which it is. */
export type ConsentText = Omit<PickedText, "text"> & {
  purpose: Purpose;
  label: string;
  paragraphs: string[];
  version: number;
  isOlder: boolean;
};

const forEach = <Value>(make: (purpose: Purpose) => Value) =>
  Object.fromEntries(PURPOSES.map((purpose) => [purpose, make(purpose)])) as Record<Purpose, Value>;

/** The versions that the portal brings along. */
export const PORTAL_TEXTS_EVER: TextsEver = forEach((purpose) => {
  const item = referenceItem("consentPurposes", purpose);
  const { version = 1, text = {}, superseded = [] } = item ?? { text: {} };
  const ofPortal = { originalLocale: "fr", since: null } as const;
  return [{ version, text }, ...superseded].map((one) => ({ ...one, ...ofPortal }));
});

/** What is agreed to where the club has written nothing itself. */
export const PORTAL_TEXTS: TextsInForce = forEach((purpose) => newest(PORTAL_TEXTS_EVER[purpose]));

function newest([first]: readonly WrittenText[]): WrittenText {
  if (!first) throw new Error("a purpose has no text");
  return first;
}

/** A version of a purpose's text in a language; `contact` is the club's address that it names. */
export function consentText(
  purpose: Purpose,
  { version, text, originalLocale, older = [] }: WrittenText,
  locale: Locale,
  contact: string,
): ConsentText {
  const picked = pickText(text, locale, originalLocale) ?? {
    text: "",
    lang: locale,
    isFallback: false,
  };
  const { text: words, ...where } = picked;
  return {
    purpose,
    label: referenceItem("consentPurposes", purpose)?.label[locale] ?? purpose,
    paragraphs: words.replaceAll("{contact}", contact).split("\n"),
    version,
    isOlder: older.includes(where.lang) && !where.isFallback,
    ...where,
  };
}
