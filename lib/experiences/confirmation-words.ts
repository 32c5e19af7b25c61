import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type Confirmation, standingOf } from "./confirmation";

/** "Confirmed in 2026", "Not confirmed since 2023", "Contradicted by Anna Li: no longer true since 2026"; empty for what was never online. */
export function standingWords(
  confirmation: Confirmation,
  locale: Locale,
  name = getTranslator(locale, "opinions")("somebody"),
): string {
  const standing = standingOf(confirmation, today());
  if (!standing) return "";
  const { state, year } = standing;
  const values = { year: String(year), count: confirmation.contradictions, name };
  return getTranslator(locale, "opinions")(`standing.${state}`, values);
}
