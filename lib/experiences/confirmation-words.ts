import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type Confirmation, standingOf } from "./confirmation";

/**
 * "Confirmed in 2026", "Not confirmed since 2023", "Contradicted by Anna Li: no longer true since 2026", by `name` where one
 * member does and is named; empty for what was never online.
 */
export function standingWords(confirmation: Confirmation, locale: Locale, name?: string): string {
  const standing = standingOf(confirmation, today());
  if (!standing) return "";
  const t = getTranslator(locale, "opinions");
  const { contradictions: count } = confirmation;
  const values = { year: String(standing.year), count, name: name ?? "" };
  const isNamed = standing.state === "contradicted" && count === 1 && name;
  return t(isNamed ? "standing.contradictedBy" : `standing.${standing.state}`, values);
}
