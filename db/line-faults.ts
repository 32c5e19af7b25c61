import { getTableColumns, sql } from "drizzle-orm";
import { again } from "./again";
import { query } from "./client";
import { DatabaseUnavailable } from "./errors";
import { type SearchKind, searchCards, searchCounts, searchLines } from "./schema/search";

/** A whole number below `most`. */
export type Roll = (most: number) => number;

/** The same numbers at each run. */
function makeRoll(seed: number): Roll {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** What the server ended for another change's sake is made again, also where it is no transaction. */
const lasting = (run: () => Promise<unknown>): Promise<unknown> =>
  again(() =>
    run().catch((error: unknown) => {
      throw error instanceof DatabaseUnavailable ? error.cause : error;
    }),
  );

/** 500 changes by eight at once, while the worker puts counts together. */
export async function changeAtOnce(change: (roll: Roll) => Promise<unknown>): Promise<void> {
  const work = Array.from({ length: 8 }, async (_, index) => {
    const roll = makeRoll(index + 1);
    for (let n = 0; n < 63; n++) {
      await lasting(() => change(roll));
      if (n % 9 === 0) await lasting(() => query((db) => db.execute(sql`select search.tidy()`)));
    }
  });
  await Promise.all(work);
}

/** Kinds of lines that have cards. */
const CARDED: SearchKind[] = ["member"];

/** Lines of a kind, and their cards, that should not be there, or are not as they should be, and counts that are wrong. */
export async function listFaults(kind: SearchKind): Promise<unknown[]> {
  const due = sql`search.${sql.identifier(`${kind}_lines`)}`;
  const { codes: _, ...shown } = getTableColumns(searchLines);
  const columns = sql.join(Object.values(shown), sql`, `);
  const card = sql`select subject_id, audience, card from`;
  const cards = CARDED.includes(kind)
    ? sql`union all select 'kept card', to_jsonb(one) from (${card} ${searchCards} except ${card} ${due}) one
      union all select 'due card', to_jsonb(one) from (${card} ${due} except ${card} ${searchCards}) one`
    : sql``;
  const rows = await query((db) =>
    db.execute(sql`
      with kept as (select ${columns} from ${searchLines} where kind = ${kind}), due as (select ${columns} from ${due} search_lines),
        counted as (select kind, audience, facet, count(*) as n from kept, unnest(facets || ''::text) facet group by 1, 2, 3),
        summed as (select kind, audience, facet, sum(n) as n from ${searchCounts} where kind = ${kind} group by 1, 2, 3 having sum(n) <> 0)
      select 'kept' as what, to_jsonb(one) as row from (table kept except table due) one
      union all select 'due', to_jsonb(one) from (table due except table kept) one
      union all select 'summed', to_jsonb(one) from (table summed except table counted) one
      union all select 'counted', to_jsonb(one) from (table counted except table summed) one
      ${cards}`),
  );
  return [...rows];
}
