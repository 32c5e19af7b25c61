import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { standsInDirectory } from "@/lib/members/listed.queries";

/** Whether all members know an entry's owner. Join members and accounts. */
export const isNamed = sql<boolean>`(${entries.ownerLevel} = 'members' and ${standsInDirectory})`;

/** The same for one of them. */
export const isNamedTo = (viewer: Viewer | null) =>
  mayRead(viewer) ? isNamed : sql<boolean>`false`;

/**
 * The same as a column of a table to join by `crossJoinLateral`: asked once a row, not once for each column that hangs on it.
 * Join both as well.
 */
export const namedTo = (db: Database | Transaction, viewer: Viewer | null) =>
  db
    .select({ isNamed: isNamedTo(viewer).as("is_named") })
    .from(sql`(select) one`)
    .limit(1)
    .as("owner");

/** One list of slugs where all members know the owner, another for whoever may not. */
export const shownAs = (isNamed: SQLWrapper, exact: SQLWrapper, shown: SQLWrapper) =>
  sql`case when ${isNamed} then ${exact} else ${shown} end`.mapWith(entries.sectors) as SQL<
    string[]
  >;

/** Sectors and cities as lists show them, filter, count and order by them: as they are, or what was found fit to be shown. */
export const shownFields = (isNamed: SQLWrapper) => ({
  sectors: shownAs(isNamed, entries.sectors, entries.shownSectors),
  cities: shownAs(isNamed, entries.cities, entries.shownPlaces),
});
