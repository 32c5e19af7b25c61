import type { Country } from "@/db/enums";
import cities from "@/db/reference/geo/cn-cities.json" with { type: "json" };
import provinces from "@/db/reference/geo/cn-provinces.json" with { type: "json" };
import type { Locale } from "@/lib/core/i18n/locales";
import {
  compactNumber,
  frenchVatOf,
  isSiren,
  isUscc,
  regionOfUscc,
  spacedNumber,
} from "@/lib/core/text/registration-numbers";
import { numberOf } from "@/lib/organisations/registration-rules";

export type RegistrationCheck =
  /** Its country and kind have no such number, or none was asked for: founders, Hong Kong. */
  | { state: "none" }
  | { state: "absent"; number: "siren" | "uscc" }
  | { state: "invalid"; number: "siren" | "uscc"; typed: string }
  | { state: "valid"; number: "siren"; written: string; vat: string }
  /** `region` is the province, and the city where the list of cities has it; null for a code of no mainland region. */
  | { state: "valid"; number: "uscc"; written: string; region: string | null };

type Declared = { country?: Country; organisationKind?: string; registrationId?: string };

/**
 * What the registration number of an application is worth by itself and what it says: the VAT number that goes with a
 * SIREN, the region of registration in a Unified Social Credit Code. No register is asked.
 */
export function checkRegistration(declared: Declared, locale: Locale): RegistrationCheck {
  const { country, organisationKind = "", registrationId = "" } = declared;
  const rule = country ? numberOf(country, organisationKind) : null;
  if (!rule) return { state: "none" };
  const { number, isRequired } = rule;
  const compact = compactNumber(registrationId);
  if (compact === "") return isRequired ? { state: "absent", number } : { state: "none" };
  const isValid = number === "siren" ? isSiren(compact) : isUscc(compact);
  if (!isValid) return { state: "invalid", number, typed: registrationId };
  const written = spacedNumber(number, compact);
  if (number === "siren") {
    return { state: "valid", number, written, vat: spacedNumber("vat", frenchVatOf(compact)) };
  }
  return { state: "valid", number, written, region: regionName(regionOfUscc(compact), locale) };
}

/** The name of a region by its code of GB/T 2260: two digits tell the province, four the city. */
function regionName(code: string, locale: Locale): string | null {
  const province = provinces.items.find(({ gbCode }) => gbCode.slice(0, 2) === code.slice(0, 2));
  if (!province) return null;
  const city = cities.items.find(({ gbCode }) => gbCode.slice(0, 4) === code.slice(0, 4));
  const names = [province, city].flatMap((place) => place?.label[locale] ?? []);
  const apart = locale === "zh" ? "" : ", ";
  return [...new Set(locale === "zh" ? names : names.reverse())].join(apart);
}
