import "server-only";
import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { findSaying } from "@/lib/directory/crowd.queries";
import { isInDirectory } from "@/lib/members/listed.queries";
import { buildProjectSearch, type SearchedProject } from "./search-text";

/**
 * A project's sectors and cities as lists show them, filter, count and order by them: as they are to active accounts
 * where all members know its owner, else what was found fit to be shown. Of its languages nothing then: the directory
 * tells who speaks them, and no crowd was counted for them. Join accounts.
 */
export function shownColumns(viewer: Viewer | null, isNamed: SQLWrapper = isNamedTo(viewer)) {
  const pick = (exact: SQL, shown: SQL) =>
    sql`case when ${isNamed} then ${exact} else ${shown} end`.mapWith(entries.sectors) as SQL<
      string[]
    >;
  return {
    sectors: pick(sql`${entries.sectors}`, sql`${entries.shownSectors}`),
    cities: pick(sql`${entries.cities}`, sql`${entries.shownPlaces}`),
    languages: pick(sql`${projects.languages}`, sql`'{}'::text[]`),
  };
}

/** Whether all members know its owner, for one of them. Join accounts. */
export const isNamedTo = (viewer: Viewer | null) =>
  viewer?.status === "active"
    ? sql<boolean>`(${entries.ownerLevel} = 'members' and ${isInDirectory})`
    : sql<boolean>`false`;

/**
 * The same as a column of a table to join by `crossJoinLateral`: asked once a row, not once for each column that hangs on it.
 * Join accounts.
 */
export const namedTo = (db: Database | Transaction, viewer: Viewer | null) =>
  db
    .select({ isNamed: isNamedTo(viewer).as("is_named") })
    .from(sql`(select) one`)
    .limit(1)
    .as("owner");

/** What a project is shown and searched by, found anew among those who stand in the directory now. */
export async function findShown(tx: Transaction, project: SearchedProject & { ownerId: string }) {
  const { said } = await findSaying(tx, project);
  const isNamed = project.ownerLevel === "members" && (await isListedMember(tx, project.ownerId));
  return {
    shownSectors: said.sectors,
    shownPlaces: said.places,
    ...buildProjectSearch(project, said, isNamed),
  };
}

async function isListedMember(tx: Transaction, memberId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.id, memberId), isInDirectory));
  return row !== undefined;
}
