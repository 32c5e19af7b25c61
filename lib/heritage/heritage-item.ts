import type { HeritageContent } from "./heritage";

export type Precision = "century" | "year-range" | "year" | "approximate" | "month" | "day";

/** A date as precise as its source; both ends are ISO dates cut to it, the second is there for spans alone. */
export type HeritageDate = { start: string; end: string | null; precision: Precision };

/** A date, an institution or a figure, as it is kept and as every club begins with it. */
export type HeritageItem = Omit<HeritageContent, "provenance"> & {
  slug: string;
  /** Whether the founding document tells it. */
  fromSeed: boolean;
};

/** The date of an item, as precise as it is written: both years of a century make a century. */
export function dateOf(item: Pick<HeritageItem, "starts" | "ends" | "isAbout">) {
  const { starts: start, ends: end, isAbout } = item;
  if (!start) return null;
  const of = (precision: Precision): HeritageDate => ({ start, end, precision });
  if (isAbout) return of("approximate");
  if (start.length > 4) return of(start.length === 7 ? "month" : "day");
  if (!end) return of("year");
  const [first, last] = [Number(start), Number(end.slice(0, 4))];
  return of(first % 100 === 1 && last === first + 99 ? "century" : "year-range");
}
