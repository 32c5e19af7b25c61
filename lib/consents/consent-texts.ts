import { referenceItem } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Purpose } from "./policy";

export type ConsentText = {
  purpose: Purpose;
  label: string;
  paragraphs: string[];
  version: number;
};

/** The text in force for a purpose, in a language; `contact` is the club's address that it names. */
export function consentText(purpose: Purpose, locale: Locale, contact: string): ConsentText {
  const item = referenceItem("consentPurposes", purpose);
  const text = item?.text?.[locale] ?? "";
  return {
    purpose,
    label: item?.label[locale] ?? purpose,
    paragraphs: text.replaceAll("{contact}", contact).split("\n"),
    version: versionInForce(purpose),
  };
}

/** The version of a purpose's text that is agreed to now. */
export function versionInForce(purpose: Purpose): number {
  return referenceItem("consentPurposes", purpose)?.version ?? 1;
}
