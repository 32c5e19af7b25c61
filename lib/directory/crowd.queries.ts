import "server-only";
import { sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { foundIn } from "@/lib/search/line-conditions";
import { finderOf, keptCounts, type LineList } from "@/lib/search/line-sources.queries";
import {
  chooseSaying,
  citiesIn,
  type Field,
  leastCrowd,
  listSayings,
  type Said,
  sectorsIn,
} from "./crowd";

/** The directory as every member may read it. */
const LISTED: LineList = { kind: "member", audience: "members" };

/** More are not counted, whatever is said: enough in the largest club, for a reader who knows that it is not them. */
const ENOUGH = leastCrowd(Number.POSITIVE_INFINITY) + 1;

/**
 * How many people the directory shows to any member, and of each saying how many of them fit it, six at most; what comes after a
 * saying that six fit is not counted (null).
 */
export async function countFitting(
  db: Reader,
  sayings: readonly Said[],
): Promise<{ total: number; fitting: (number | null)[] }> {
  const all = sql`coalesce((select n from listed), 0)`;
  const fits = sayings.map((_, index) => sql.raw(`fit_${index}`));
  // Kept apart, so that each is counted once at most.
  const steps = sayings.map((said, index) => {
    const facetSets = setsOf(said);
    const found = foundIn(finderOf(LISTED), { q: "", facetSets }, "anywhere", sql.raw(`${ENOUGH}`));
    const count = facetSets.length === 0 ? all : sql`(select count(*) from ${found})`;
    const before = fits[index - 1] ?? 0;
    return sql`cross join lateral (
      select case when coalesce(${before}, ${ENOUGH}) < ${ENOUGH} then ${count} end offset 0
    ) ${sql.raw(`step_${index}`)} (${fits[index]})`;
  });
  const [row] = await db.execute<{ total: number; fitting: (number | null)[] }>(sql`
    with listed as materialized (${keptCounts(LISTED, sql`facet = ''`)})
    select ${all} as total, json_build_array(${sql.join(fits, sql`, `)}) as fitting
    from (select) start ${sql.join(steps, sql` `)}`);
  return row ?? { total: 0, fitting: [] };
}

export type Saying = { said: Said; least: number };

/**
 * What may be said of somebody who is not named, and how many people must fit it. A single reader knows that it
 * is not about them: with one of these `readers` it takes one more.
 */
export async function findSaying(db: Reader, field: Field, readers: 0 | 1 = 0): Promise<Saying> {
  const sayings = listSayings(field);
  const { total, fitting } = await countFitting(db, sayings);
  const least = leastCrowd(total) + readers;
  return { said: chooseSaying(sayings, fitting, least), least };
}

/** The same for a member who asks before others read it. */
export function getSaying(viewer: Viewer, field: Field): Promise<Saying> {
  authorize(mayRead(viewer));
  return query((db) => findSaying(db, field));
}

/** As `fitsSaying`, by what a member shows to all members: values as their line has them. */
const setsOf = ({ sectors, places }: Said): string[][] => [
  ...sectors.map((slug) => sectorsIn(slug).map((one) => `sectors:${one}`)),
  ...places.map((slug) => citiesIn(slug).map((one) => `cities:${one}`)),
];
