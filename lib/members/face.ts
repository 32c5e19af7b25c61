import { type Face, monogram } from "@/lib/core/text/monogram";

/** Sides of a portrait in pixels, the largest first. */
export const PORTRAIT_SIDES = [240, 96, 48] as const;

export type PortraitSide = (typeof PORTRAIT_SIDES)[number];

/**
 * The portrait of this key, whose address is a new one with each picture; without one the first sign of the name, on a
 * tint that follows from the name as it is open to every member.
 */
export const faceOf = (
  portrait: string | null | undefined,
  name: string,
  openName: string,
): Face => (portrait ? { src: `/api/portraits/${portrait}/` } : monogram(name, openName));

/** The side that an address asks for; null for any other. */
export const readSide = (asked: string): PortraitSide | null =>
  PORTRAIT_SIDES.find((side) => String(side) === asked) ?? null;
