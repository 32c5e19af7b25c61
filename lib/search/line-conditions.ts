import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Locale } from "@/lib/core/i18n/locales";
import { lookUp, queryWords, searchPatterns, type Where } from "./search-words";

/** What narrows a list: words, and chosen values by facet; any of a facet, all of the facets. */
export type Narrowing = { q: string; chosen: Readonly<Record<string, readonly string[]>> };

/** Words, and sets of values as lines have them: any of a set, all of the sets. */
type Sets = { q: string; facetSets: readonly (readonly string[])[] };

/** What a list holds of it, as its own function looks it up: 1,001 lines at most, or no more than are `wanted`. */
export function foundIn(
  finder: SQLWrapper,
  { q, facetSets }: Sets,
  where: Where,
  wanted?: SQL,
): SQL {
  const query = lookUp(q, facetSets, where);
  return sql`search.${finder}(${query}::tsquery, ${arrayOf(searchPatterns(q))}::text[],
    ${arrayOf(facetSets.map(arrayOf))}::text[], ${where}${wanted ? sql`, ${wanted}` : sql``})`;
}

/** The same, the first in an order; `isRest` leaves out those whose names hold the words. */
export function metInOrder(
  table: string,
  asked: Narrowing,
  { order, isRest, most }: { order: string; isRest: boolean; most: number },
): SQL {
  const facetSets = valuesOf(asked);
  const query = lookUp(asked.q, facetSets, isRest ? "rest" : "anywhere");
  return sql`search.in_order(${sql.raw(`'${table}'`)}, ${order}, ${query}::tsquery, ${arrayOf(searchPatterns(asked.q))}::text[],
    ${arrayOf(facetSets.map(arrayOf))}::text[], ${isRest}::boolean, ${most}::int)`;
}

/** The same asked of each line. */
export function fits(asked: Narrowing): SQL {
  if (asked.q !== "" && queryWords(asked.q).length === 0) return sql`false`;
  return sql`line like all (${arrayOf(searchPatterns(asked.q))}::text[]) and ${hasFacets(asked)}`;
}

/** That a line has a value of each facet of which something is chosen. */
export const hasFacets = (asked: Narrowing): SQL =>
  sql.join(
    [sql`true`, ...valuesOf(asked).map((values) => sql`facets && ${arrayOf(values)}::text[]`)],
    sql` and `,
  );

/** Where nothing but one facet narrows: its values, as the kept counts have them. */
export function aloneChosen(asked: Narrowing): string[] | null {
  const [only, ...others] = valuesOf(asked);
  return asked.q === "" && only && others.length === 0 ? only : null;
}

/** As Postgres reads an array of texts. */
export const arrayOf = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** `[["sectors:energy", "sectors:water"], ["cities:huzhou"]]` */
export const valuesOf = ({ chosen }: Narrowing) =>
  Object.entries(chosen).flatMap(([facet, values]) =>
    values.length > 0 ? [values.map((value) => `${facet}:${value}`)] : [],
  );

/** That the names of a line hold each word. */
export const isNamed = (q: string): SQL =>
  sql`written || readings like all (${arrayOf(searchPatterns(q))}::text[])`;

/** Who is called by each word, then whose name is typed so, then the rest. */
export function rankOf(q: string): SQL {
  const all = (conditions: SQL[]) => sql.join([sql`true`, ...conditions], sql` and `);
  const isCalled = queryWords(q).map((word) => sql`written like ${`% ${word} %`}`);
  return sql`case when ${all(isCalled)} then 0 when ${isNamed(q)} then 1 else 2 end`;
}

/** Names as each language sorts them, in Chinese by pinyin and then by the characters; or the newest first. */
export function orderOf(sort: "name" | "newest", locale: Locale): string {
  const names = {
    fr: `sort_latin collate "fr-x-icu"`,
    en: `sort_latin collate "en-x-icu"`,
    zh: `sort_pinyin collate "zh-x-icu"`,
  };
  return `${sort === "name" ? names[locale] : `sort_newest collate "C" desc`}, subject_id`;
}
