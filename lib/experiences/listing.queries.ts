import "server-only";
import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SelectedFields } from "drizzle-orm/pg-core";
import { type Database, query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { namedTo, shownFields } from "@/lib/entries/shown.queries";
import { isPublished } from "@/lib/entries/sight.queries";
import type { LineList } from "@/lib/search/line-sources.queries";
import {
  type Cards,
  type Count,
  countWithout,
  type Found,
  findLines,
} from "@/lib/search/lines.queries";
import { opinionColumns, opinionSums } from "./confirmation.queries";
import { type ExperienceFilters, type FacetName, facetsFor } from "./experience-filters";
import { teaserColumns } from "./queries";
import { isOpen } from "./sight.queries";

type Reader = Database | Transaction;

export type ExperienceCard = Awaited<ReturnType<ReturnType<typeof cardsFor>>>[number];

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
export const readExperiences = (
  db: Reader,
  viewer: Viewer | null,
  filters: ExperienceFilters,
): Promise<ExperienceList> =>
  readPage(db, viewer, filters, { cards: cardsFor(db, viewer), sort: "newest" });

type Shown<Card> = { cards: Cards<Card>; sort: "newest" | "freshest" };

/** One page of those that fit, each as `cards` shows it: the newest first, or those last confirmed. */
export async function readPage<Card>(
  db: Reader,
  viewer: Viewer | null,
  { q, page, ...filters }: ExperienceFilters,
  { cards, sort }: Shown<Card>,
): Promise<Omit<ExperienceList, "cards"> & { cards: Card[] }> {
  const list = listFor(viewer);
  const chosen = Object.fromEntries(
    facetsFor(viewer?.status === "active").map((facet) => [facet, filters[facet]]),
  ) as Record<FacetName, string[]>;
  // What sorts other lists by name holds how fresh an experience is.
  const asked = { q, chosen, page, sort: sort === "freshest" ? "name" : sort } as const;
  const found = await findLines(db, list, asked, { cards });
  return {
    ...found,
    without: found.total === 0 ? await countWithout(db, list, asked, found) : [],
  };
}

/** The list that a viewer reads. */
export const listFor = (viewer: Viewer | null): LineList => ({
  kind: "experience",
  audience: viewer?.status === "active" ? "members" : "public",
});

/** The first line of the advice in each language, which visitors may not read: no more of it than a card shows. */
const firstLines = sql`case when ${entries.teaser} <> '{}'::jsonb then ${entries.teaser} else (
  select coalesce(jsonb_object_agg(key, split_part(value, E'\\n', 1)), '{}')
  from jsonb_each_text(${experiences.advice})) end`.mapWith(experiences.advice);

function cardsFor(db: Reader, viewer: Viewer | null) {
  const isMember = viewer?.status === "active";
  return shownBy(db, viewer, () => ({
    teaser: isMember ? firstLines : entries.teaser,
    outcome: isMember ? experiences.outcome : sql<null>`null`,
  }));
}

/**
 * What is shown of lines by their keys and in their order: what a card of each holds, and `more`, told whether all members may
 * know its author. What is no longer in sight is left out.
 */
export function shownBy<More extends SelectedFields>(
  db: Reader,
  viewer: Viewer | null,
  more: (isNamed: SQLWrapper) => More,
) {
  const owner = namedTo(db, viewer);
  const sums = opinionSums(db);
  const shown = {
    ...teaserColumns,
    ...opinionColumns(sums),
    cities: shownFields(owner.isNamed).cities,
    ...more(owner.isNamed),
  };
  const isInList = viewer?.status === "active" ? isPublished : isOpen;
  return (keys: SQL) =>
    db
      .select(shown)
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .crossJoinLateral(owner)
      .crossJoinLateral(sums)
      .where(and(sql`${entries.id} = any (${keys})`, isInList))
      .orderBy(sql`array_position(${keys}, ${entries.id})`);
}
