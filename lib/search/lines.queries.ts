import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { inside, type Select } from "@/db/inside";
import type { Locale } from "@/lib/core/i18n/locales";
import { arrayOf, type Narrowing, orderOf, rankOf } from "./line-conditions";
import {
  fewKept,
  foundByName,
  isFew,
  keysOf,
  LINES_PER_PAGE,
  MOST_COUNTED,
  narrowedFrom,
  numberOf,
  pass,
  tally,
} from "./line-passes.queries";
import {
  finderOf,
  inOrder,
  keptCounts,
  type LineList,
  lookedUp,
  nameOf,
  ofList,
  ownPass,
  tableOf,
  withOwn,
} from "./line-sources.queries";
import { nearNames } from "./near-words";
import { isChinese, queryWords } from "./search-words";

export type Asked = Narrowing & { sort: "name" | "newest"; page: number };

/** How many, exactly; or, of what was narrowed, that there are more than `MOST_COUNTED`. */
export type Count = { total: number; isMore?: true };

export type Found = Count & {
  page: number;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut: boolean;
  /** How many lines each value of a facet would show, as `sectors:energy`, where any; null where that was not counted. */
  counts: ReadonlyMap<string, number | null>;
  /** How many there would be without what was chosen of a facet. */
  without: ReadonlyMap<string, Count>;
};

/** What a list shows of lines, by their keys (`uuid[]`) and in their order; what is out of sight by now is left out. */
export type Cards<Row> = (keys: SQL) => Select<Row>;

/** So many pages are offered; who looks for more narrows the list. */
const MOST_PAGES = 50;
/** So few are sooner looked up and sorted than met in order. */
const FEW = 200;

/** The keys of what is shown, where a statement has a pass of them. */
const PAGE = sql`(select keys from page)::uuid[]`;

type Tally = { n: number; facets: Record<string, number> };
type Shown = { rows: unknown[][] };
type Answer = Shown & {
  kept: Record<string, number>;
  found: Tally;
  /** Of those that are too many to be counted: whose names hold the words, how many and on this page. */
  named: { n: number; ids: string[] } | null;
  without: Record<string, Tally>;
};

/**
 * One page of a list with what is shown of it and its counts, in one statement, or in two where more than `MOST_COUNTED` are found. What was
 * typed is found at the start of words, of Chinese ones anywhere; by name, whoever is called so comes first, then whose
 * name is typed so. A page past the last gives the last.
 */
export async function findLines<Card>(
  db: Reader,
  list: LineList,
  asked: Asked,
  { cards, locale = "fr" }: { cards: Cards<Card>; locale?: Locale },
): Promise<Found & { cards: Card[] }> {
  const facets = Object.keys(asked.chosen).filter((facet) => asked.chosen[facet]?.length);
  const isNarrowed = asked.q !== "" || facets.length > 0;
  const first = (Math.min(asked.page, MOST_PAGES) - 1) * LINES_PER_PAGE;
  const order = orderOf(asked.sort, locale);
  const shown = inside(cards(PAGE));
  const answer = isNarrowed
    ? await readNarrowed(db, list, asked, { facets, first, order, shown: shown.rows })
    : await readWhole(db, list, { first, order, shown: shown.rows });
  const whole = { n: answer.kept[""] ?? 0, facets: answer.kept };
  const count = isNarrowed ? countOf(answer.found) : { total: whole.n };
  const pageCount = Math.min(MOST_PAGES, Math.max(1, Math.ceil(count.total / LINES_PER_PAGE)));
  const page = Math.min(asked.page, pageCount);
  const place = { first: (page - 1) * LINES_PER_PAGE, order, shown: shown.rows };
  const rows = count.isMore
    ? await readPage(db, list, asked, { ...place, named: answer.named })
    : answer.rows;
  return {
    ...count,
    cards: await shown.read(rows),
    page,
    pageCount,
    isCut: Boolean(count.isMore) || count.total > pageCount * LINES_PER_PAGE,
    counts: countsOf(whole, isNarrowed ? answer.found : whole, facets, answer.without),
    without: new Map(
      facets.map((facet) => {
        const counted = answer.without[facet];
        return [facet, counted ? countOf(counted) : { total: whole.n }];
      }),
    ),
  };
}

/** How many lines there are in a list. */
export async function countLines(db: Reader, list: LineList): Promise<number> {
  return (await countKept(db, list, "")).get("") ?? 0;
}

/** How many lines have each value of a facet, or of each, by the value as `sides:institutions`; `""` is all of them. */
export async function countKept(db: Reader, list: LineList, facet?: string) {
  const ofFacet = facet === "" ? sql`facet = ''` : sql`facet like ${`${facet}:%`}`;
  const rows = await db.execute<{ facet: string; n: number }>(
    sql`${withOwn(list)} ${keptCounts(list, facet === undefined ? undefined : ofFacet)}`,
  );
  return new Map(rows.map(({ facet: value, n }): [string, number] => [value, n]));
}

/** What is shown of the first lines by name that have each of some values, of which there are `total`. */
export async function firstLines<Card extends { id: string }>(
  db: Reader,
  list: LineList,
  values: readonly { facet: string; value: string; total: number }[],
  { most, locale, cards }: { most: number; locale: Locale; cards: Cards<Card> },
): Promise<Card[][]> {
  const order = orderOf("name", locale);
  const firsts = values.map(({ facet, value, total }) => {
    const asked = { q: "", chosen: { [facet]: [value] } };
    const found = total > FEW ? inOrder(list, order, most, asked) : lookedUp(list, asked);
    return sql`array(select subject_id from ${found} order by ${sql.raw(order)} limit ${most})`;
  });
  const keys = firsts.map((_, index) => sql.raw(`k${index}`));
  const shown = inside(cards(PAGE));
  const [row] = await db.execute<Shown & { keys: string[][] }>(sql`
    with ${ownPass(list)} firsts (${sql.join(keys, sql`, `)}) as materialized (select ${sql.join(firsts, sql`, `)}),
      page as materialized (select ${sql.join(keys, sql` || `)} as keys from firsts)
    select json_build_array(${sql.join(keys, sql`, `)}) as keys, ${shown.rows} as rows from firsts`);
  const all = await shown.read(row?.rows ?? []);
  return (row?.keys ?? []).map((some) => all.filter(({ id }) => some.includes(id)));
}

/** How many lines are found, without a page of them. */
async function countFound(db: Reader, list: LineList, asked: Narrowing): Promise<Count> {
  const [row] = await db.execute<{ n: number }>(
    sql`${withOwn(list)} select count(*)::int as n from ${lookedUp(list, asked)}`,
  );
  return countOf({ n: row?.n ?? 0 });
}

/**
 * What is shown of up to six lines whose names are like what was typed, for whoever found nothing: one letter away, else alike in most of
 * three letters that stand together. None of Chinese words.
 */
export async function findSimilar<Card>(
  db: Reader,
  list: LineList,
  q: string,
  cards: Cards<Card>,
): Promise<Card[]> {
  const words = queryWords(q);
  if (words.length === 0 || isChinese(q)) return [];
  const table = `search.${nameOf(list)}`;
  const near = nearNames(q);
  const shown = inside(cards(PAGE));
  const [row] = await db.execute<Shown>(sql`
    with near as materialized (
      select subject_id from search.${finderOf(list)}(${near}::tsquery, '{}', '{}')
      where ${near !== null} and search.has_words(${table}) order by sort_latin, subject_id limit 6),
    page as materialized (select array(select subject_id from near
      union all select find_similar from search.find_similar(${table}, ${arrayOf(words)}::text[])
        where not exists (select from near)) as keys)
    select ${shown.rows} as rows`);
  return shown.read(row?.rows ?? []);
}

/** Of a list that is empty: how many there would be without one of its filters, where there would be any. */
export async function countWithout<Facet extends string>(
  db: Reader,
  list: LineList,
  asked: Asked & { chosen: Readonly<Record<Facet, readonly string[]>> },
  found: Found,
): Promise<({ filter: "q" | Facet } & Count)[]> {
  const { chosen, q } = asked;
  const isNarrowed = found.without.size > 0;
  const typed = async (): Promise<Count> =>
    isNarrowed ? countFound(db, list, { chosen, q: "" }) : { total: await countLines(db, list) };
  const counts = [...(q === "" ? [] : [["q", await typed()] as const]), ...found.without];
  return counts
    .filter(([, { total }]) => total > 0)
    .map(([filter, count]) => ({ filter: filter as "q" | Facet, ...count }));
}

const countOf = ({ n }: Pick<Tally, "n">): Count =>
  n > MOST_COUNTED ? { total: MOST_COUNTED, isMore: true } : { total: n };

/** Those of a facet of which something was chosen are counted as if nothing were: of the whole, where nothing else was. */
function countsOf(whole: Tally, found: Tally, facets: string[], without: Answer["without"]) {
  const tallyOf = (value: string) => {
    const facet = value.slice(0, value.indexOf(":"));
    return facets.includes(facet) ? (without[facet] ?? whole) : found;
  };
  const counts = new Map<string, number | null>();
  for (const tally of new Set([whole, found, ...Object.values(without)]))
    for (const [value, n] of Object.entries(tally.facets)) {
      const its = tallyOf(value);
      if (its === tally) counts.set(value, n);
      else if (its !== whole && its.n > MOST_COUNTED) counts.set(value, null);
    }
  return counts;
}

type Place = { first: number; order: string; shown: SQL };

async function readWhole(
  db: Reader,
  list: LineList,
  { first, order, shown }: Place,
): Promise<Answer> {
  const total = sql`(select n from kept where facet = '')`;
  const met = sql`${inOrder(list, order, first + LINES_PER_PAGE)} order by ${sql.raw(order)}`;
  const [row] = await db.execute<Pick<Answer, "rows" | "kept">>(sql`
    with ${ownPass(list)} kept as materialized (${keptCounts(list)}),
      page as materialized (select ${keysOf(met, first, total)} as keys)
    select (select coalesce(json_object_agg(facet, n), '{}') from kept) as kept, ${shown} as rows`);
  return { rows: [], kept: {}, ...row, found: { n: 0, facets: {} }, named: null, without: {} };
}

/** Nothing is looked up of which something looked up before, or what is kept, tells that too many fit. */
async function readNarrowed(
  db: Reader,
  list: LineList,
  asked: Asked,
  { facets, first, order, shown }: Place & { facets: string[] },
): Promise<Answer> {
  const isByName = asked.q !== "" && asked.sort === "name";
  const besides = facets.filter(() => asked.q !== "" || facets.length > 1);
  const wider = besides.map((facet) => {
    const rest = { ...asked, chosen: { ...asked.chosen, [facet]: [] } };
    return pass(`without_${facet}`, lookedUp(list, rest), fewKept(rest));
  });
  const found = isByName
    ? foundByName(list, asked, besides)
    : [pass("found", narrowedFrom(list, asked, besides), fewKept(asked))];
  const tallies = besides.map((facet) => sql`${facet}::text, ${tally(`without_${facet}`)}`);
  const ranked = isByName ? sql`${rankOf(asked.q)}, ${sql.raw(order)}` : sql.raw(order);
  const named = sql`json_build_object('n', ${numberOf("named")},
    'ids', ${keysOf(sql`named order by ${ranked}`, first)})`;
  const keys = keysOf(sql`found order by ${ranked}`, first, numberOf("found"));
  const isCounted = ["found", ...besides.map((facet) => `without_${facet}`)].map(isFew);
  const chosen = sql`(facet = '' or facet like any (${arrayOf(facets.map((facet) => `${facet}:%`))}::text[]))`;
  const [row] = await db.execute<Answer>(sql`
    with ${ownPass(list)} kept as materialized (${keptCounts(list, chosen)}), ${sql.join([...wider, ...found], sql`, `)},
      page as materialized (select case when ${isFew("found")} then ${keys} else '{}' end as keys)
    select ${tally("found")} as found, json_build_object(${sql.join(tallies, sql`, `)}) as without,
      coalesce(case when ${sql.join(isCounted, sql` and `)} then (select json_object_agg(facet, n) from kept)
        else (select json_object_agg(facet, n) from (${keptCounts(list)}) every) end, '{}') as kept,
      ${shown} as rows,
      ${isByName ? sql`case when not ${isFew("found")} then ${named} end` : sql`null`} as named`);
  if (!row) throw new Error("no row of counts");
  return row;
}

/**
 * A page of many: those whose names hold what was typed, then the others in order of the index, past what does not fit.
 * Names stand together in that order, so it would be followed for long to where somebody is called so.
 */
async function readPage(
  db: Reader,
  list: LineList,
  asked: Asked,
  { first, order, shown, named }: Place & Pick<Answer, "named">,
): Promise<unknown[][]> {
  const { n, ids } = named ?? { n: 0, ids: [] };
  const [most, start] = [LINES_PER_PAGE - ids.length, Math.max(0, first - n)];
  const isWhole = most === 0 || n > MOST_COUNTED;
  const met = inOrder(list, order, start + most, { ...asked, isRest: named !== null });
  const others = sql`array(select subject_id from ${met}
    order by ${sql.raw(order)} limit ${sql.raw(String(most))} offset ${start})`;
  const keys = isWhole ? sql`` : sql`|| ${others}`;
  const [row] = await db.execute<Shown>(sql`
    with ${ownPass(list)} page as materialized (select ${arrayOf(ids)}::uuid[] ${keys} as keys)
    select ${shown} as rows`);
  return row?.rows ?? [];
}

/** Joins what a list shows to its lines, so that nothing else is read: `.innerJoin(...lineOf(list, members.id))`. */
export const lineOf = (list: LineList, subject: SQLWrapper): [SQL, SQL] => [
  sql`${tableOf(list)} line`,
  sql`line.subject_id = ${subject} and ${ofList(list, sql`line.`)}`,
];
