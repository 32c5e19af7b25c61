import "server-only";
import { and, arrayOverlaps, eq, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { isPresent } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { isInDirectory } from "@/lib/members/listed.queries";
import { sightOf } from "@/lib/members/policy";
import { isSeen } from "@/lib/members/sight.queries";
import {
  CHINA,
  chooseSaying,
  citiesIn,
  type Field,
  leastCrowd,
  listSayings,
  type Said,
  sectorsIn,
} from "./crowd";

/** How many people the directory shows to any member, and how many of them fit each saying. */
export async function countFitting(
  db: Reader,
  sayings: readonly Said[],
): Promise<{ total: number; fitting: number[] }> {
  const counts = sayings.map((said) => sql`count(*) filter (where ${fits(said)})::int`);
  const [row] = await db
    .select({
      total: sql<number>`count(*)::int`,
      fitting: sql<number[]>`json_build_array(${sql.join(counts, sql`, `)})`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isPresent(), isInDirectory));
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

/** As `fitsSaying`, by what a member shows to all members. */
function fits({ sectors, places }: Said): SQL {
  const eyes = sightOf(null, "members");
  const inSectors = sectors.map((slug) => arrayOverlaps(members.sectors, sectorsIn(slug)));
  const inPlaces = places.map((slug) =>
    slug === CHINA
      ? sql`cardinality(${members.cities}) > 0`
      : arrayOverlaps(members.cities, citiesIn(slug)),
  );
  const all = and(
    ...(sectors.length > 0 ? [isSeen(eyes, "sectors"), ...inSectors] : []),
    ...(places.length > 0 ? [isSeen(eyes, "cities"), ...inPlaces] : []),
  );
  return all ?? sql`true`;
}
