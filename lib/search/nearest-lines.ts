import { type SQL, sql } from "drizzle-orm";
import { arrayOf } from "./line-conditions";
import { type LineList, nameOf } from "./line-sources.queries";
import { lookUp, quoted } from "./search-words";

/** A value of a facet; with `unless` only where a line does not have it for the sake of one of these narrower ones. */
export type Wanted = { value: string; unless?: readonly string[] };

type Places = { sectors: readonly Wanted[]; cities: readonly Wanted[] };

/** What is wanted, and what is looked for where too few have any of it. */
export type Near = Places & { besides?: Places & { words: readonly string[] } };

/** So many values are looked for two by two. */
const PAIRED = 8;

/**
 * The ids of the lines that have most of what is wanted, `most` of them, as an array of uuid: two sectors and two cities,
 * then two and one, one of each, two sectors, one, a city; then what is looked for besides. Of those that have as much the
 * newest. Of more than a thousand that have as much it knows a thousand, so that it reads no more in a larger club.
 */
export function nearestLines(list: LineList, near: Near, most: number): SQL {
  const [sector, city] = [anyOf("sectors", near.sectors), anyOf("cities", near.cities)];
  const [sectors, cities] = [twoOf("sectors", near.sectors), twoOf("cities", near.cities)];
  const { besides = { sectors: [], cities: [], words: [] } } = near;
  const questions = [
    both(sectors, cities),
    either(both(sectors, city), both(sector, cities)),
    both(sector, city),
    sectors,
    sector,
    city,
    either(
      anyOf("sectors", besides.sectors),
      anyOf("cities", besides.cities),
      ...besides.words.map((word) => both(lookUp(word, []))),
    ),
  ].filter(Boolean);
  const values = [near, besides].flatMap((one) => [
    ...termsOf("sectors", one.sectors),
    ...termsOf("cities", one.cities),
  ]);
  return sql`array(select search.nearest(${`search.${nameOf(list)}`}, ${arrayOf(questions)}::text[],
    ${arrayOf(values)}::text[], ${most}::int))`;
}

const either = (...queries: string[]) => queries.filter(Boolean).join(" | ");
const both = (...queries: string[]) =>
  queries.every(Boolean) ? `(${queries.map((one) => `(${one})`).join(" & ")})` : "";

const termsOf = (facet: string, wanted: readonly Wanted[]) =>
  wanted.map(({ value }) => `${facet}:${value}`);

const anyOf = (facet: string, wanted: readonly Wanted[]) =>
  either(
    ...wanted.map(({ value, unless = [] }) => {
      const narrower = unless.map((one) => quoted(`${facet}:${one}`));
      const term = quoted(`${facet}:${value}`);
      return narrower.length > 0 ? both(term, `!(${narrower.join(" | ")})`) : term;
    }),
  );

function twoOf(facet: string, wanted: readonly Wanted[]): string {
  const whole = wanted.filter(({ unless }) => !unless);
  const terms = termsOf(facet, whole).slice(0, PAIRED).map(quoted);
  return either(
    ...terms.flatMap((one, at) => terms.slice(at + 1).map((other) => both(one, other))),
  );
}
