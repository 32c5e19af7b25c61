import type { Country } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import type { ApplicationAnswers } from "./answers";

const MAINLAND_PHONE = /^\s*(\+|00)\s*86/;

const OUTSIDE_MAINLAND = ["hong-kong", "macao"];

/** Where an organisation of the club has its head office (`place`: a slug of `lyonPlaces` or `cities`). */
export type Seat = { country: Country; place: string | null };

/**
 * Whether somebody seems to be in mainland China, from where their application may only reach the club with their
 * separate consent (PIPL, art. 39): by the seat of the organisation they describe or join, or by their telephone.
 */
export function needsTransferConsent(answers: ApplicationAnswers, joins: Seat | false): boolean {
  const { country, headOffice = "", phone = "" } = answers;
  return (
    isMainland(country, headOffice) ||
    (joins !== false && isMainland(joins.country, joins.place ?? "")) ||
    MAINLAND_PHONE.test(phone.normalize("NFKC"))
  );
}

function isMainland(country: Country | undefined, place: string): boolean {
  return country === "cn" || (isReference("cities", place) && !OUTSIDE_MAINLAND.includes(place));
}
