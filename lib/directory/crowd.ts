import { referenceItem, referenceItems } from "@/db/reference/lists";

/** What somebody works in, and where: slugs of `sectors` and `cities`. */
export type Field = { sectors: readonly string[]; cities: readonly string[] };

/** What is said of it to whoever may not know them: slugs of the same lists, of `sectorGroups` and `provinces`, or `CHINA`. */
export type Said = { sectors: string[]; places: string[] };

/** Said of somebody who works in Chinese cities, as long as nothing nearer may be said. */
export const CHINA = "china";

/** A club of this many people in the directory is no longer a small one. */
const LARGE_CLUB = 100;

/** How many people of the directory must fit what is said, in a directory of this size. */
export function leastCrowd(directorySize: number): number {
  return directorySize < LARGE_CLUB ? 3 : 5;
}

type SectorLevel = "sector" | "group" | "oneGroup" | "none";
type PlaceLevel = "city" | "division" | "china" | "none";

/** From all that could be said to nothing; the first that enough people fit is said. */
const STEPS: readonly (readonly [SectorLevel, PlaceLevel])[] = [
  ["sector", "city"],
  ["sector", "division"],
  ["group", "division"],
  ["sector", "china"],
  ["group", "china"],
  ["group", "none"],
  ["oneGroup", "division"],
  ["oneGroup", "china"],
  ["oneGroup", "none"],
  ["none", "division"],
  ["none", "china"],
  ["none", "none"],
];

/** All that could be said, the most telling first, nothing last; each once. */
export function listSayings(field: Field): Said[] {
  const groups = sayAll(field.sectors, groupOfSector);
  const sectorsAt: Record<SectorLevel, string[][]> = {
    sector: [sayAll(field.sectors, (slug) => slug)],
    group: [groups],
    oneGroup: groups.map((group) => [group]),
    none: [[]],
  };
  const sayings = STEPS.flatMap(([sectorLevel, placeLevel]) =>
    sectorsAt[sectorLevel].map((sectors) => ({
      sectors,
      places: sayAll(field.cities, placeAt(placeLevel)),
    })),
  );
  return sayings.filter((one, index) => sayings.findIndex(isSame(one)) === index);
}

/** The first saying that at least so many fit; nothing is said when none is. `fitting` counts those of each up to there. */
export function chooseSaying(
  sayings: readonly Said[],
  fitting: readonly (number | null)[],
  least: number,
) {
  const said = sayings.find((_, index) => (fitting[index] ?? 0) >= least);
  return said ?? { sectors: [], places: [] };
}

/** The sectors that a sector or group of sectors stands for. */
export function sectorsIn(slug: string): string[] {
  const inGroup = referenceItems("sectors").filter(({ group }) => group === slug);
  return inGroup.length > 0 ? inGroup.map((one) => one.slug) : [slug];
}

/** The cities that a city, a division or all of China stands for. */
export function citiesIn(place: string): string[] {
  const inside = referenceItems("cities").filter(
    ({ province }) => place === CHINA || province === place,
  );
  return inside.length > 0 ? inside.map((one) => one.slug) : [place];
}

/** The group of a sector; null for a group. */
export const groupOfSector = (slug: string) => referenceItem("sectors", slug)?.group ?? null;

/** The division of a city; null for a division. */
export const divisionOfCity = (slug: string) => referenceItem("cities", slug)?.province ?? null;

/**
 * Whether somebody could be whom it is said of: what they show holds each thing said, since a reader may ask for one
 * after the other.
 */
export function fitsSaying(shown: Field, said: Said): boolean {
  const holds = (own: readonly string[], any: string[]) => any.some((slug) => own.includes(slug));
  return (
    said.sectors.every((slug) => holds(shown.sectors, sectorsIn(slug))) &&
    said.places.every((slug) => holds(shown.cities, citiesIn(slug)))
  );
}

function placeAt(level: PlaceLevel) {
  const of: Record<PlaceLevel, (slug: string) => string | null> = {
    city: (slug) => slug,
    division: divisionOfCity,
    china: () => CHINA,
    none: () => null,
  };
  return of[level];
}

function sayAll(slugs: readonly string[], say: (slug: string) => string | null): string[] {
  return [...new Set(slugs.flatMap((slug) => say(slug) ?? []))];
}

const isSame = (one: Said) => (other: Said) => JSON.stringify(one) === JSON.stringify(other);
