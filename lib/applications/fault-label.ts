import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ApplicationAnswers } from "./answers";
import { ASKED_CONSENTS } from "./asked-choices";
import { askedNumber, placeListOf } from "./organisation-facts";

/** What a field of the form (`pitch.fr`, `charter`) is called in the reader's language. */
export function faultLabel(field: string, answers: ApplicationAnswers, locale: Locale): string {
  const t = getTranslator(locale, "applications");
  const consent = ASKED_CONSENTS.find((purpose) => purpose === field);
  if (consent) return t(`consents.${consent}`);
  if (field === "registrationId") return t(`fields.${askedNumber(answers)?.number ?? field}`);
  const isAlone = field === "headOfficeElsewhere" && !placeListOf(answers.country);
  if (isAlone) return t("fields.place");
  return t(`fields.${field.split(".")[0] as "pitch"}`);
}
