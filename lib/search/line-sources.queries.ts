import "server-only";
import { type SQL, sql } from "drizzle-orm";
import {
  publicCounts,
  type SearchAudience,
  type SearchKind,
  searchCounts,
} from "@/db/schema/search";
import { today } from "@/lib/core/dates";
import { fits, foundIn, isNamed, metInOrder, type Narrowing, valuesOf } from "./line-conditions";
import type { Where } from "./search-words";

/** The lines of one kind that one audience finds: each has one row, with what that audience may see. */
export type LineList = {
  kind: SearchKind;
  audience: SearchAudience;
  /** The few that the viewer alone finds besides: a select of rows like those of `searchLines`. */
  own?: SQL | undefined;
};

/** Not a parameter: a kept plan would have to suppose that a third of the list is over, and read it all. */
const thisDay = () => sql.raw(`date '${today()}'`);

/** Without what is over and the worker has not taken away yet. */
export function keptCounts(list: LineList, which = sql`true`): SQL {
  const counts = list.audience === "public" ? publicCounts : searchCounts;
  const kept = sql`select facet, n from ${counts} where ${ofList(list)} and ${which}`;
  const over = sql`union all select facet, -1 from ${tableOf(list)}, unnest(facets || ''::text) facet
    where last_day < ${thisDay()} and ${which}`;
  const own = sql`union all select facet, 1 from own, unnest(facets || ''::text) facet where ${which}`;
  return sql`select facet, sum(n)::int as n from (${kept} ${over} ${list.own ? own : sql``}) counted
    group by facet having sum(n) > 0`;
}

/** One's own lines as a part named `own` of a query that has other parts; nothing without any. */
export const ownPass = ({ own }: LineList) => (own ? sql`own as materialized (${own}),` : sql``);

/** The same for a query that has no other part. */
export const withOwn = ({ own }: LineList) =>
  own ? sql`with own as materialized (${own})` : sql``;

type Met = Narrowing & { isRest?: boolean };

/** So many lines in the order of their index, and one's own among them; with the column that orders them. */
export function inOrder(list: LineList, order: string, most: number, asked?: Met): SQL {
  const isRest = asked?.isRest ?? false;
  const whole = sql`${tableOf(list)} where last_day is null or last_day >= ${thisDay()}`;
  const met = asked
    ? metInOrder(`search.${nameOf(list)}`, asked, { order, isRest, most })
    : sql`${whole} order by ${sql.raw(order)} limit ${most}`;
  if (!list.own) return asked ? met : whole;
  const columns = sql.raw(`subject_id, ${order.split(" ", 1)[0]}`);
  const others = isRest ? sql`and not ${isNamed(asked?.q ?? "")}` : sql``;
  const own = asked ? sql`where ${fits(asked)} ${others}` : sql``;
  return sql`((select ${columns} from ${met}) union all select ${columns} from own ${own}) lines`;
}

/** The rows of a list in a table that holds several; `of` is the prefix of its columns, with the dot. */
export const ofList = ({ kind, audience }: LineList, of = sql``) =>
  sql`${of}kind = ${sql.raw(`'${kind}'`)} and ${of}audience = ${sql.raw(`'${audience}'`)}`;

/** What the table of a list is called, within the schema `search`. */
export const nameOf = ({ kind, audience }: LineList) => `${kind}_for_${audience}`;

/** The function that looks a list up (`search.define_find`). */
export const finderOf = (list: LineList) => sql.identifier(`find_in_${nameOf(list)}`);

/** The table of a list, whose columns are those of `searchLines`. */
export const tableOf = (list: LineList) => sql`search.${sql.identifier(nameOf(list))}`;

/** One more than are counted, at most, or as many as are `wanted`, by their index; and one's own. */
export function lookedUp(
  list: LineList,
  asked: Narrowing,
  where: Where = "anywhere",
  wanted?: SQL,
): SQL {
  const sets = { q: asked.q, facetSets: valuesOf(asked) };
  const found = foundIn(finderOf(list), sets, where, wanted);
  if (!list.own) return found;
  const columns = sql`subject_id, facets, written, readings, sort_latin, sort_pinyin, sort_newest`;
  return sql`(select * from ${found} union all select ${columns} from own where ${fits(asked)}) found`;
}
