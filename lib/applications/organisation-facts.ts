import type { Country } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import {
  compactNumber,
  isFrenchVat,
  isSiren,
  isSiret,
  isUscc,
} from "@/lib/core/text/registration-numbers";
import { readWebsite } from "@/lib/core/text/website";
import { isChineseName } from "@/lib/organisations/organisation-name";
import { numberOf } from "@/lib/organisations/registration-rules";
import type { ApplicationAnswers } from "./answers";

/** What an applicant's own organisation is called: by the name in the reader's script, else the other; null without any. */
export function describedAs(
  { legalName, chineseName }: { legalName?: string | null; chineseName?: string | null },
  locale: Locale,
): string | null {
  const [first, second] = locale === "zh" ? [chineseName, legalName] : [legalName, chineseName];
  return first || second || null;
}

/** The list a head office is chosen from, by country; null where there is none and the place is written. */
export function placeListOf(country: Country | undefined): "lyonPlaces" | "cities" | null {
  if (!country || country === "other") return null;
  return country === "fr" ? "lyonPlaces" : "cities";
}

/** The registration number to ask for; null as long as country and kind are not known, or where there is none. */
export function askedNumber({ country, organisationKind }: ApplicationAnswers) {
  return country && organisationKind ? numberOf(country, organisationKind) : null;
}

/**
 * The number in a typed text, compact: a SIRET or French VAT number gives its SIREN.
 * Null when there is no valid number of this kind in it.
 */
export function readNumber(kind: "siren" | "uscc", text: string): string | null {
  const compact = compactNumber(text);
  if (kind === "uscc") return isUscc(compact) ? compact : null;
  if (isSiret(compact)) return compact.slice(0, 9);
  if (isFrenchVat(compact)) return compact.slice(4);
  return isSiren(compact) ? compact : null;
}

/**
 * Drops what no longer belongs to the country and kind, brings number and web address into their usual form, and moves a
 * name in Chinese characters to the Chinese one where there is none.
 */
export function tidyOrganisation(answers: ApplicationAnswers): ApplicationAnswers {
  const { country, organisationKind, registrationId, headOffice, website } = answers;
  const { legalName, chineseName } = answers;
  const tidy = { ...answers };
  const asked = askedNumber(answers);
  if (registrationId && asked) {
    tidy.registrationId = readNumber(asked.number, registrationId) ?? registrationId;
  }
  if (country && organisationKind && !asked) delete tidy.registrationId;
  const list = placeListOf(country);
  if (country && headOffice && !(list && isReference(list, headOffice))) delete tidy.headOffice;
  if (legalName && !chineseName && isChineseName(legalName)) {
    tidy.chineseName = legalName;
    delete tidy.legalName;
  }
  if (website) tidy.website = readWebsite(website) ?? website;
  return tidy;
}
