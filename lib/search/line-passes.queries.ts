import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { aloneChosen, arrayOf, hasFacets, isNamed, type Narrowing } from "./line-conditions";
import { type LineList, lookedUp } from "./line-sources.queries";
import type { Where } from "./search-words";

export const LINES_PER_PAGE = 24;
/** So many of what was narrowed are counted. */
export const MOST_COUNTED = 1000;

/** Literals, not parameters: so the plan of a prepared statement is kept. */
const [PER_PAGE, MOST] = [sql.raw(`${LINES_PER_PAGE}`), sql.raw(`${MOST_COUNTED}`)];

/** Lines by a name, and how many they are: one more than are counted where they were not looked up. */
export const pass = (name: string, found: SQL, isWanted = sql`true`) => sql`
  ${sql.identifier(name)} as materialized (select * from (select * from ${found}) one where ${isWanted}),
  ${sql.identifier(`${name}_n`)} as materialized (
    select case when ${isWanted} then count(*) else ${MOST} + 1 end as n from ${sql.identifier(name)})`;

/** How many lines a `pass` found; one more than are counted where there are more, or where they were not looked up. */
export const numberOf = (name: string) => sql`(select n from ${sql.identifier(`${name}_n`)})`;

/** Whether a `pass` was looked up and found no more than are counted. */
export const isFew = (name: string) => sql`(${numberOf(name)} <= ${MOST})`;

/** That no value alone has more than are counted, where nothing but these values narrows. */
export function fewKept(asked: Narrowing): SQL {
  const values = aloneChosen(asked);
  return values
    ? sql`(select coalesce(max(n), 0) <= ${MOST} from kept where facet = any (${arrayOf(values)}::text[]))`
    : sql`true`;
}

/** The keys of a page, as an array; of the last where `first` lies past it. */
export function keysOf(ordered: SQL, first: number, total?: SQL): SQL {
  const last = sql`greatest(0, (${total} - 1) / ${PER_PAGE} * ${PER_PAGE})`;
  const start = total ? sql`least(${first}, ${last})` : sql`${first}`;
  const offset = first === 0 ? sql`` : sql`offset ${start}`;
  return sql`array(select subject_id from ${ordered} limit ${PER_PAGE} ${offset})`;
}

/** How many were found in a pass, and of these how many have each facet, unless they are too many. */
export function tally(name: string): SQL {
  return sql`json_build_object('n', ${numberOf(name)}, 'facets', case when ${isFew(name)} then (
    select coalesce(json_object_agg(facet, many), '{}') from (
      select facet, count(*) as many from (select unnest(facets) as facet from ${sql.identifier(name)}) one
      group by facet) counted)
    else '{}' end)`;
}

/** What fits, out of the first of the wider passes that has all of its own, else looked up. */
export function narrowedFrom(
  list: LineList,
  asked: Narrowing,
  besides: string[],
  { where, wanted }: { where?: Where; wanted?: SQL } = {},
): SQL {
  const names = besides.map((facet) => `without_${facet}`);
  const isNoneOf = (some: string[]) => some.map((name) => sql`and not ${isFew(name)}`);
  const parts = names.map(
    (name, index) => sql`select * from ${sql.identifier(name)}
      where ${isFew(name)} ${sql.join(isNoneOf(names.slice(0, index)), sql` `)} and ${hasFacets(asked)}`,
  );
  const looked = sql`select * from ${lookedUp(list, asked, where, wanted)} where true ${sql.join(isNoneOf(names), sql` `)}`;
  return sql`(${sql.join([...parts, looked], sql` union all `)}) narrowed`;
}

/** Whose names hold the words, and of the rest as many as tell that both are more than are counted. */
export function foundByName(list: LineList, asked: Narrowing, besides: string[]): SQL[] {
  const hasName = isNamed(asked.q);
  const wanted = sql`${MOST} + 1 - ${numberOf("named")}`;
  const names = narrowedFrom(list, asked, besides, { where: "names" });
  const rest = narrowedFrom(list, asked, besides, { where: "rest", wanted });
  return [
    pass("named", sql`${names} where ${hasName}`),
    pass("rest", sql`${rest} where not (${hasName})`, isFew("named")),
    sql`found as materialized (select * from named union all select * from rest),
      found_n as materialized (select ${numberOf("named")} + ${numberOf("rest")} as n)`,
  ];
}
