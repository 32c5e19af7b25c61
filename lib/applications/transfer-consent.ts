import { isReference } from "@/db/reference/lists";
import type { ApplicationAnswers } from "./answers";

const MAINLAND_PHONE = /^\s*(\+|00)\s*86/;

const OUTSIDE_MAINLAND = ["hong-kong", "macao"];

/**
 * Whether somebody seems to be in mainland China, from where their data may only reach the club with their separate
 * consent (PIPL, art. 39): by their organisation's country or head office, or by their telephone.
 */
export function needsTransferConsent(answers: ApplicationAnswers): boolean {
  const { country, headOffice = "", phone = "" } = answers;
  const isMainland = isReference("cities", headOffice) && !OUTSIDE_MAINLAND.includes(headOffice);
  return country === "cn" || isMainland || MAINLAND_PHONE.test(phone.normalize("NFKC"));
}
