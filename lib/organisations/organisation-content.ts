import type { Country, PageVisibility } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { frenchVatOf, isFrenchVat, isSiret } from "@/lib/core/text/registration-numbers";
import { isInstitution } from "./policy";
import { numberOf } from "./registration-rules";

/** Most characters of each text, as readers count them; the form shows the same figures. */
export const ORGANISATION_MAX = { name: 120, description: 1500, website: 200, number: 40 } as const;

/** The texts of an organisation in up to three languages. */
export const ORGANISATION_TEXTS = ["name", "description"] as const;

/** All that the managers of an organisation write and choose. Slugs are those of the reference lists. */
export type OrganisationContent = {
  name: LocalizedText;
  description: LocalizedText;
  originalLocale: Locale;
  kind: string;
  size: string | null;
  sectors: string[];
  country: Country;
  /** Head office: a slug of `lyonPlaces` or `cities`, null elsewhere. */
  place: string | null;
  sites: string[];
  founded: number | null;
  website: string | null;
  /** Compact and valid; those that do not belong to the country and kind are dropped. */
  siren: string | null;
  siret: string | null;
  vat: string | null;
  uscc: string | null;
  parentUscc: string | null;
  visibility: PageVisibility;
};

/** The SIREN that a SIRET or a French VAT number (both compact) holds; null when neither is valid. */
export function sirenWithin({
  siret,
  vat,
}: Pick<OrganisationContent, "siret" | "vat">): string | null {
  if (siret !== null && isSiret(siret)) return siret.slice(0, 9);
  return vat !== null && isFrenchVat(vat) ? vat.slice(4) : null;
}

/**
 * An organisation without the numbers its country and kind do not have, with the SIREN that its SIRET or VAT number
 * holds, by which it is known again, and with the VAT number that its SIREN gives. Only companies get one unasked: an
 * institution may be exempt.
 */
export function withOwnNumbers(content: OrganisationContent): OrganisationContent {
  const { country, kind } = content;
  const siren = content.siren ?? sirenWithin(content);
  const number = numberOf(country, kind)?.number;
  const isFrench = number === "siren";
  const derived = siren && !isInstitution(kind) ? frenchVatOf(siren) : null;
  return {
    ...content,
    siren: isFrench ? siren : null,
    siret: isFrench ? content.siret : null,
    vat: isFrench ? (content.vat ?? derived) : null,
    uscc: number === "uscc" ? content.uscc : null,
    parentUscc: hasParent(content) ? content.parentUscc : null,
  };
}

/** A Chinese parent company is asked for where a Chinese-owned company is not registered in mainland China itself. */
export function hasParent({ country, kind }: Pick<OrganisationContent, "country" | "kind">) {
  return kind === "chinese-company" && country !== "cn";
}
