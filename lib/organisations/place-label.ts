import { isReference, referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";

/** Which list a place's slug is from: `cities` (China) or `lyonPlaces`; null when neither holds it. */
export function placeList(slug: string): "cities" | "lyonPlaces" | null {
  if (isReference("cities", slug)) return "cities";
  return isReference("lyonPlaces", slug) ? "lyonPlaces" : null;
}

/** The name of a place in Lyon or China; the slug itself when no list holds it. */
export function placeLabel(slug: string, locale: Locale): string {
  return referenceLabel(placeList(slug) ?? "cities", slug, locale);
}
