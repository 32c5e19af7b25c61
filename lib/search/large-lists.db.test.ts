import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { arrayOf, foundIn } from "./line-conditions";
import { finderOf } from "./line-sources.queries";
import { lookUp, searchPatterns, type Where } from "./search-words";

workAsOwner(60_000);

afterAll(async () => {
  // What was rolled back is still looked through by whoever searches next, for seconds.
  await query((db) => db.execute(sql`vacuum analyze search_lines`));
  await closeDatabase();
});

const LIST = "search.member_for_members";
/** The function that looks it up. */
const FINDER = finderOf({ kind: "member", audience: "members" });
const LINES = 24_000;
const SECTOR = "sectors:silk-luxury-fashion";
const ROLLED_BACK = new Error("rolled back");

/**
 * Two of three lines say `soie`, and one in thirty is named so; the second half says `lin`; one in forty has a sector. Each says
 * one of 150 words besides: of a list with fewer than a hundred common ones the planner counts no beginnings of words.
 */
async function inLargeList(run: (tx: Transaction) => Promise<void>) {
  const running = transaction(async (tx) => {
    // Members that other tests made are near some of these names.
    await tx.execute(sql`delete from search_lines where kind = 'member' and audience = 'members'`);
    await tx.execute(sql`insert into search_lines
      (kind, audience, subject_id, line, written, readings, facets, sort_latin, sort_pinyin, sort_newest)
      select 'member', 'members', gen_random_uuid(), name || ' ' || said || repeat(' x', 200) || ' ', name || ' ', '',
        case when n % 40 = 0 then '{sectors:silk-luxury-fashion}'::text[] else '{}' end, md5(n::text), md5(n::text), n::text
      from generate_series(1, ${LINES}::int) n,
        lateral (select case when n % 30 = 0 then ' soie' else ' n' || n end as name,
          concat_ws(' ', case when n % 3 > 0 then 'soie' end, case when n > 12000 then 'lin' end, 'w' || n % 150) as said) made`);
    await tx.execute(sql`analyze search_lines`);
    await run(tx);
    throw ROLLED_BACK;
  });
  await expect(running).rejects.toBe(ROLLED_BACK);
}

type Line = { subject_id: string; written: string; facets: string };

async function find(tx: Transaction, q: string, where: Where, facets: string[] = []) {
  const found = foundIn(FINDER, { q, facetSets: facets.length > 0 ? [facets] : [] }, where);
  const rows: Line[] = await tx.execute<Line>(sql`select * from ${found}`);
  expect(new Set(rows.map((row) => row.subject_id)).size).toBe(rows.length);
  return { rows, buffers: await buffersOf(tx, sql`select * from ${found}`) };
}

/** The same, no more than are wanted. */
async function findSome(tx: Transaction, q: string, where: Where, wanted: number) {
  const found = foundIn(FINDER, { q, facetSets: [] }, where, sql`${wanted}`);
  const rows = await tx.execute<Line>(sql`select * from ${found}`);
  expect(new Set(rows.map((row) => row.subject_id)).size).toBe(rows.length);
  return rows;
}

async function buffersOf(tx: Transaction, asked: ReturnType<typeof sql>): Promise<number> {
  const [row] = await tx.execute<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
    sql`explain (analyze, buffers, format json) ${asked}`,
  );
  const plan = row?.["QUERY PLAN"][0].Plan ?? {};
  return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
}

const NEWEST = `sort_newest collate "C" desc`;
const ORDERS = [NEWEST, `sort_latin collate "fr-x-icu"`, `sort_pinyin collate "zh-x-icu"`];

type Met = { isRest?: boolean; order?: string; facets?: string[] };

function first(q: string, most: number, { isRest = false, order = NEWEST, facets = [] }: Met = {}) {
  const sets = facets.length > 0 ? [facets] : [];
  return sql`select subject_id from search.in_order(${LIST}, ${`${order}, subject_id`},
    ${lookUp(q, sets, isRest ? "rest" : "anywhere")}::tsquery, ${arrayOf(searchPatterns(q))}::text[],
    ${arrayOf(sets.map(arrayOf))}::text[], ${isRest}::boolean, ${most}::int)`;
}

const truth = (q: string, most: number, condition = sql`true`, order = NEWEST) =>
  sql`select subject_id from search.member_for_members where line like all (${arrayOf(searchPatterns(q))}::text[]) and ${condition}
    order by ${sql.raw(order)}, subject_id limit ${most}`;

test("in a long list what most of it has is met as the index would find it, wherever it stands", async () => {
  await inLargeList(async (tx) => {
    const all = await find(tx, "soie", "anywhere");
    expect(all.rows).toHaveLength(1001);
    expect(all.buffers).toBeLessThanOrEqual(1_000);
    const named = await find(tx, "soie", "names");
    expect(named.rows).toHaveLength(LINES / 30);
    expect(new Set(named.rows.map(({ written }) => written))).toEqual(new Set([" soie "]));
    const rest = await find(tx, "soie", "rest");
    expect(rest.rows).toHaveLength(1001);
    expect(rest.rows.filter(({ written }) => written === " soie ")).toEqual([]);
    const narrowed = await find(tx, "soie", "anywhere", [SECTOR]);
    expect(narrowed.rows).toHaveLength(LINES / 40);
    expect(new Set(narrowed.rows.map(({ facets }) => facets))).toEqual(new Set([`{${SECTOR}}`]));
    const late = await find(tx, "lin", "anywhere");
    expect(late.rows).toHaveLength(1001);
    const both = await find(tx, "lin", "anywhere", [SECTOR]);
    expect(both.rows).toHaveLength(LINES / 80);
    for (const order of ORDERS)
      for (const q of ["soie", "lin", "w1", "soie lin"])
        for (const most of [24, 1_008]) {
          const rows = await tx.execute(first(q, most, { order }));
          const due = await tx.execute(truth(q, most, sql`true`, order));
          expect([...rows], `${q} ${order}`).toEqual([...due]);
        }
    const chosen = sql`facets && ${arrayOf([SECTOR])}::text[]`;
    const some = [...(await tx.execute(first("soie", 300, { facets: [SECTOR] })))];
    expect(some).toEqual([...(await tx.execute(truth("soie", 300, chosen)))]);
    const others = sql`written <> ' soie '`;
    const met = [...(await tx.execute(first("soie", 50, { isRest: true })))];
    expect(met).toEqual([...(await tx.execute(truth("soie", 50, others)))]);
    expect(await buffersOf(tx, first("soie", 24))).toBeLessThanOrEqual(500);
    expect(await buffersOf(tx, first("w1", 1_008))).toBeLessThanOrEqual(2_500);
  });
}, 90_000);

test("no more are met than are wanted, in a long list and in one that is looked up by its index alone", async () => {
  await inLargeList(async (tx) => {
    for (const wanted of [1, 401, 1001])
      for (const q of ["soie", "lin", "w1"]) {
        const rest = await findSome(tx, q, "rest", wanted);
        expect(rest, `${wanted} ${q}`).toHaveLength(wanted);
        expect(rest.filter(({ written }) => written.includes(` ${q}`))).toEqual([]);
      }
    expect(await findSome(tx, "soie", "names", 20)).toHaveLength(20);
    await tx.execute(sql`drop index search_lines_words_index`);
    expect(await findSome(tx, "soie", "rest", 30)).toHaveLength(30);
    expect(await findSome(tx, "soie", "names", LINES)).toHaveLength(LINES / 30);
  });
}, 90_000);

test("in a long list names that are near a word are found, and nobody else is proposed", async () => {
  await inLargeList(async (tx) => {
    const near = (query: string) =>
      tx.execute<Line>(sql`select * from search.${FINDER}(${query}::tsquery, '{}', '{}')`);
    const found = await near("'@n':*");
    expect(found).toHaveLength(1001);
    expect(found.filter(({ written }) => !written.startsWith(" n"))).toEqual([]);
    const named = await near("'@soie':*");
    expect(new Set(named.map(({ written }) => written))).toEqual(new Set([" soie "]));
  });
}, 90_000);

test("in a long list what is asked of the index alone is told by it, also where most of the list is expected", async () => {
  await inLargeList(async (tx) => {
    // Named after the others were written: none of them stands on the list's first pages.
    await tx.execute(sql`update search_lines set written = written || 'durand '
      where kind = 'member' and audience = 'members' and sort_newest::int > ${LINES / 3}::int`);
    await tx.execute(sql`analyze search_lines`);
    const near = "'@durand':*";
    const [expected] = await tx.execute<{ many: number }>(
      sql`select search.likely(${LIST}, ${near}::tsquery) as many`,
    );
    // So many that the list would be read from its start, were there anything to ask of its lines.
    expect(expected?.many).toBeGreaterThan(Math.sqrt(5 * 1001 * LINES));
    const found = await tx.execute<Line>(
      sql`select * from search.${FINDER}(${near}::tsquery, '{}', '{}')`,
    );
    expect(found).toHaveLength(1001);
    expect(found.filter(({ written }) => !written.includes(" durand "))).toEqual([]);
  });
}, 90_000);
