import type { Country } from "@/db/enums";

/** Kinds that may exist before they are registered, or without a number of their own. */
const OPTIONAL_KINDS: ReadonlySet<string> = new Set([
  "start-up",
  "association",
  "research-lab",
  "cultural-institution",
  "media",
]);

/**
 * Which registration number an organisation of a kind (`organisationKinds`) has in its country, and whether it must be given:
 * the SIREN in France, the Unified Social Credit Code in mainland China, none elsewhere (null).
 */
export function numberOf(
  country: Country,
  kind: string,
): { number: "siren" | "uscc"; isRequired: boolean } | null {
  const isRequired = !OPTIONAL_KINDS.has(kind);
  if (country === "fr") return { number: "siren", isRequired };
  if (country === "cn") return { number: "uscc", isRequired };
  return null;
}
