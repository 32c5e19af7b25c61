import type { RegistrationCheck } from "@/lib/applications/vetting/registration-check";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** What a registration number is worth and says, in a sentence. */
export function registrationWords(check: RegistrationCheck, locale: Locale): string {
  const t = getTranslator(locale, "vetting");
  if (check.state === "none") return t("checks.noNumber");
  if (check.state === "absent") return t(`checks.${check.number}.absent`);
  if (check.state === "invalid") return t(`checks.${check.number}.invalid`, { typed: check.typed });
  const written = inOnePiece(check.written);
  if (check.number === "siren") {
    return t("checks.siren.valid", { written, vat: inOnePiece(check.vat) });
  }
  const { region } = check;
  return region
    ? t("checks.uscc.valid", { written, region })
    : t("checks.uscc.unplaced", { written });
}

/** A number is not broken at the end of a line. */
const inOnePiece = (number: string) => number.replaceAll(" ", "\u00a0");
