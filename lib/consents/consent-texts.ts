import { referenceItem } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { PURPOSES, type Purpose } from "./policy";

export type ConsentText = {
  purpose: Purpose;
  label: string;
  paragraphs: string[];
  version: number;
};

/** The text of each purpose that is agreed to at one moment, and its version; `{contact}` stands for the club's address. */
export type TextsInForce = Readonly<Record<Purpose, WrittenText>>;

type WrittenText = { version: number; text: Record<Locale, string> };

/** The texts that the portal brings along. */
export const PORTAL_TEXTS = Object.fromEntries(
  PURPOSES.map((purpose) => {
    const item = referenceItem("consentPurposes", purpose);
    const text = item?.text ?? { fr: "", en: "", zh: "" };
    return [purpose, { version: item?.version ?? 1, text }];
  }),
) as Record<Purpose, WrittenText>;

/** The text of a purpose in a language; `contact` is the club's address that it names. */
export function consentText(
  texts: TextsInForce,
  purpose: Purpose,
  locale: Locale,
  contact: string,
): ConsentText {
  const { version, text } = texts[purpose];
  return {
    purpose,
    label: referenceItem("consentPurposes", purpose)?.label[locale] ?? purpose,
    paragraphs: text[locale].replaceAll("{contact}", contact).split("\n"),
    version,
  };
}
