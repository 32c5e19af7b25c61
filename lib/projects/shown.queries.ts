import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type ReferenceList, referenceItems } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { CHINA, citiesIn, sectorsIn } from "@/lib/directory/crowd";
import { findSaying } from "@/lib/directory/crowd.queries";
import { isInDirectory } from "@/lib/members/listed.queries";
import { buildProjectSearch, type SearchedProject } from "./search-text";

/**
 * A project's sectors and cities as lists show them, filter, count and order by them: as they are to active accounts
 * where all members know its owner, else what was found fit to be shown. Of its languages nothing then: the directory
 * tells who speaks them, and no crowd was counted for them. Join accounts.
 */
export function shownColumns(viewer: Viewer | null) {
  const isNamed =
    viewer?.status === "active"
      ? and(eq(entries.ownerLevel, "members"), isInDirectory)
      : sql`false`;
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

type Shown = ReturnType<typeof shownColumns>;

type Filtered = keyof typeof INSIDE;

const INSIDE = { sectors: sectorsIn, cities: citiesIn };
const PARENTS = {
  sectors: parentsOf("sectors", "group"),
  cities: parentsOf("cities", "province"),
};

/**
 * Whether a row shows something of what is asked for; undefined for nothing. A group holds its sectors, a division its
 * cities; what shows only a group is not found by one of its sectors.
 */
export function isAskedFor(shown: Shown, list: Filtered, slugs: string[]): SQL | undefined {
  const wanted = slugs.flatMap((slug) => [slug, ...INSIDE[list](slug)]);
  return slugs.length > 0
    ? sql`${shown[list]} && ${sql.param(wanted, entries.sectors)}`
    : undefined;
}

/** A row for each thing shown, and one for each group or division that holds some of it. */
export function eachShown(shown: Shown, list: Filtered): SQL<string> {
  const parent = sql`${PARENTS[list]}::text::jsonb ->> one`;
  return sql<string>`unnest(array(
    select one from unnest(${shown[list]}) one where one <> ${CHINA}
    union select ${parent} from unnest(${shown[list]}) one where ${parent} is not null))`;
}

function parentsOf(list: ReferenceList, parent: "group" | "province"): string {
  const pairs = referenceItems(list).map((item) => [item.slug, item[parent]]);
  return JSON.stringify(Object.fromEntries(pairs));
}

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
