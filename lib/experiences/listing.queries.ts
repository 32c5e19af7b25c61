import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { namedTo, shownFields } from "@/lib/entries/shown.queries";
import { isPublished } from "@/lib/entries/sight.queries";
import type { LineList } from "@/lib/search/line-sources.queries";
import { type Count, countWithout, type Found, findLines } from "@/lib/search/lines.queries";
import { opinionColumns, opinionSums } from "./confirmation.queries";
import { type ExperienceFilters, type FacetName, facetsFor } from "./experience-filters";
import { teaserColumns } from "./queries";
import { isOpen } from "./sight.queries";

type Reader = Database | Transaction;

export type ExperienceCard = Awaited<ReturnType<typeof selectCards>>[number];

export type ExperienceList = Count &
  Pick<Found, "page" | "pageCount" | "isCut" | "counts"> & {
    cards: ExperienceCard[];
    /** When nothing is found: how many there would be without one of the filters. */
    without: ({ filter: "q" | FacetName } & Count)[];
  };

/**
 * One page of the published experiences of active members, newest first, the last one for any past it; visitors are shown those
 * of which they read something. Each facet counts what its choices would give beside the other filters.
 */
export const listExperiences = (viewer: Viewer | null, filters: ExperienceFilters) =>
  query((db) => readExperiences(db, viewer, filters));

/** The same on a connection of one's own. */
export async function readExperiences(
  db: Reader,
  viewer: Viewer | null,
  { q, page, ...filters }: ExperienceFilters,
): Promise<ExperienceList> {
  const isMember = viewer?.status === "active";
  const list: LineList = { kind: "experience", audience: isMember ? "members" : "public" };
  const chosen = Object.fromEntries(
    facetsFor(isMember).map((facet) => [facet, filters[facet]]),
  ) as Record<FacetName, string[]>;
  const asked = { q, chosen, page, sort: "newest" } as const;
  const found = await findLines(db, list, asked, { cards: cardsFor(db, viewer) });
  return {
    ...found,
    without: found.total === 0 ? await countWithout(db, list, asked, found) : [],
  };
}

/** The first line of the advice in each language, which visitors may not read: no more of it than a card shows. */
const firstLines = sql`case when ${entries.teaser} <> '{}'::jsonb then ${entries.teaser} else (
  select coalesce(jsonb_object_agg(key, split_part(value, E'\\n', 1)), '{}')
  from jsonb_each_text(${experiences.advice})) end`.mapWith(experiences.advice);

/** Of lines by their keys and in their order; what is no longer in sight is left out. */
const cardsFor = (db: Reader, viewer: Viewer | null) => (keys: SQL) =>
  selectCards(db, viewer)
    .where(
      and(sql`${entries.id} = any (${keys})`, viewer?.status === "active" ? isPublished : isOpen),
    )
    .orderBy(sql`array_position(${keys}, ${entries.id})`);

function selectCards(db: Reader, viewer: Viewer | null) {
  const owner = namedTo(db, viewer);
  const isMember = viewer?.status === "active";
  const sums = opinionSums(db);
  return db
    .select({
      ...teaserColumns,
      ...opinionColumns(sums),
      cities: shownFields(owner.isNamed).cities,
      ...(isMember && { teaser: firstLines, outcome: experiences.outcome }),
    })
    .from(entries)
    .innerJoin(experiences, eq(experiences.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .crossJoinLateral(owner)
    .crossJoinLateral(sums);
}
