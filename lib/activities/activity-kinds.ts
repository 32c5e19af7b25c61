import { DIRECTIONS, type Direction } from "@/db/enums";
import { type ReferenceItem, referenceItem, referenceItems } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";

export type KindGroup = { value: string; label: string; kinds: ReferenceItem[] };

/** The 31 kinds in their 6 groups, in the order of the lists. */
export function listKindGroups(locale: Locale): KindGroup[] {
  const kinds = referenceItems("activityKinds");
  return referenceItems("activityGroups").map(({ slug, label }) => ({
    value: slug,
    label: label[locale],
    kinds: kinds.filter(({ group }) => group === slug),
  }));
}

/** The directions an activity of this kind can go in; both ways only where it goes either way. */
export function directionsOf(kind: string): Direction[] {
  const known = referenceItem("activityKinds", kind)?.directions ?? [];
  return DIRECTIONS.filter((one) => (one === "both" ? known.length > 1 : known.includes(one)));
}

/** The one direction that an activity of this kind goes in; null where it may go in several. */
export function onlyDirection(kind: string): Direction | null {
  const [only = null, ...others] = directionsOf(kind);
  return others.length === 0 ? only : null;
}
