import "server-only";
import type { StoredDuesSnapshot } from "@/db/stored";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";

/** Who calls for dues and gives receipts, as the settings say today: what a document keeps of it. Empty where one is not set. */
export function duesIssuer(locale: Locale): StoredDuesSnapshot["issuer"] {
  const { CLUB_PUBLISHER, CLUB_REGISTRATION, CLUB_ADDRESS } = env();
  const { CLUB_LEGAL_FORM, CLUB_VAT_SENTENCE, CLUB_DUES_PAYMENT } = env();
  return {
    name: CLUB_PUBLISHER ?? clubName(locale),
    legalForm: CLUB_LEGAL_FORM ?? "",
    registration: CLUB_REGISTRATION ?? "",
    address: CLUB_ADDRESS ?? "",
    vat: CLUB_VAT_SENTENCE ?? "",
    payment: CLUB_DUES_PAYMENT ?? "",
  };
}

const ASKED = {
  legalForm: "CLUB_LEGAL_FORM",
  registration: "CLUB_REGISTRATION",
  address: "CLUB_ADDRESS",
  vat: "CLUB_VAT_SENTENCE",
  payment: "CLUB_DUES_PAYMENT",
} as const;

/** The settings that a call or receipt would lack, by name. */
export function missingSettings(): string[] {
  const issuer = duesIssuer("fr");
  const fields = Object.keys(ASKED) as (keyof typeof ASKED)[];
  return fields.filter((field) => issuer[field] === "").map((field) => ASKED[field]);
}
