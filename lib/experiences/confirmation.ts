import { addMonths } from "@/lib/core/dates";

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
  today: string,
): Standing | null {
  if (confirmedOn === null) return null;
  if (contradictedSince !== null) return { state: "contradicted", year: contradictedSince };
  const isFresh = confirmedOn > addMonths(today, -12);
  return {
    state: isFresh ? "confirmed" : "unconfirmed",
    year: Number(confirmedOn.slice(0, 4)),
  };
}
