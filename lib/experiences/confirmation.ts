import { addMonths, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** How old an experience is, and whether others say that it no longer holds; what was said before it was confirmed is answered. */
export type Confirmation = {
  /** A calendar day `YYYY-MM-DD`; null for what was never online. */
  confirmedOn: string | null;
  /** How many contradicted it since, and the first year that they name. */
  contradictions: number;
  contradictedSince: number | null;
};

export type Standing = { state: "confirmed" | "unconfirmed" | "contradicted"; year: number };

/** What readers are told of it on a calendar day `YYYY-MM-DD`: confirmed for twelve months; null for what was never online. */
export function standingOf(
  { confirmedOn, contradictedSince }: Confirmation,
  day: string,
): Standing | null {
  if (confirmedOn === null) return null;
  if (contradictedSince !== null) return { state: "contradicted", year: contradictedSince };
  const isFresh = confirmedOn > addMonths(day, -12);
  const year = Number(confirmedOn.slice(0, 4));
  return { state: isFresh ? "confirmed" : "unconfirmed", year };
}

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
