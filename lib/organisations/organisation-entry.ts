import type { Country } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, languageOfName } from "@/lib/core/i18n/localized-text";
import {
  compactNumber,
  isFrenchVat,
  isSiren,
  isSiret,
  isUscc,
} from "@/lib/core/text/registration-numbers";
import type { OrganisationContent } from "./organisation-content";

/** What the form of an organisation begins with: all of a saved one, or what is known of a new one. */
export type OrganisationEntry = Partial<OrganisationContent> & {
  originalLocale: Locale;
  name: LocalizedText;
  stale: Record<string, string[]>;
};

/**
 * A new organisation from the name and number that were looked for first: a Chinese name is the Chinese one, any other
 * that of the reader's language (English for Chinese readers); a number says in which country it is registered.
 */
export function newEntry(
  asked: { name: string; number: string },
  locale: Locale,
): OrganisationEntry {
  const lang = languageOfName(asked.name, locale);
  return {
    originalLocale: lang,
    name: asked.name ? { [lang]: asked.name } : {},
    stale: {},
    ...numbersIn(compactNumber(asked.number)),
  };
}

/** Whether the text is a number that such an entry begins with: SIREN, SIRET, French VAT, Unified Social Credit Code. */
export const isRegistrationNumber = (text: string): boolean =>
  numbersIn(compactNumber(text)).country !== undefined;

type Numbers = { country?: Country; siren?: string; siret?: string; vat?: string; uscc?: string };

function numbersIn(number: string): Numbers {
  if (isUscc(number)) return { country: "cn", uscc: number };
  if (isSiret(number)) return { country: "fr", siren: number.slice(0, 9), siret: number };
  if (isFrenchVat(number)) return { country: "fr", siren: number.slice(4), vat: number };
  return isSiren(number) ? { country: "fr", siren: number } : {};
}
