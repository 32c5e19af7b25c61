import "server-only";
import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SelectedFields } from "drizzle-orm/pg-core";
import { type Database, query, type Transaction } from "@/db/client";
import { onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { namedTo, shownFields } from "@/lib/entries/shown.queries";
import { isPublished } from "@/lib/entries/sight.queries";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/queries";
import type { LineList } from "@/lib/search/line-sources.queries";
import {
  type Cards,
  countKept,
  countWithout,
  type Found,
  findLines,
} from "@/lib/search/lines.queries";
import type { Listed } from "@/lib/search/list-page";
import { opinionColumns, opinionSums } from "./confirmation.queries";
import { type ExperienceFilters, type FacetName, facetsFor } from "./experience-filters";
import { teaserColumns } from "./queries";
import { isOpen } from "./sight.queries";

type Reader = Database | Transaction;

export type ExperienceCard = Awaited<ReturnType<ReturnType<typeof cardsFor>>>[number];

export type ExperienceList = Listed<ExperienceCard, "q" | FacetName> & Pick<Found, "counts">;

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
async function readPage<Card>(
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
const listFor = (viewer: Viewer | null): LineList => ({
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
function shownBy<More extends SelectedFields>(
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

export type Advised = Awaited<ReturnType<typeof listAdvice>>["cards"][number];

/** How many experiences a viewer may read of each topic, by its slug; topics of which there are none are left out. */
export async function countTopics(viewer: Viewer | null): Promise<ReadonlyMap<string, number>> {
  const counts = await query((db) => countKept(db, listFor(viewer), "topics"));
  return new Map([...counts].map(([key, count]) => [key.slice("topics:".length), count]));
}

/**
 * One page of what is advised on a topic (`filters.topics`), last confirmed first, with where and when it was learned and
 * how it stands. Visitors are given the first point of those of which they read something. `author` is null for whom
 * all members may not know.
 */
export async function listAdvice(viewer: Viewer | null, filters: ExperienceFilters) {
  const { cards, ...page } = await query((db) =>
    readPage(db, viewer, filters, { cards: adviceOf(db, viewer), sort: "freshest" }),
  );
  return { ...page, cards: cards.map(withAuthor) };
}

type Row = Awaited<ReturnType<ReturnType<typeof adviceOf>>>[number];

function withAuthor({ authorSlug: slug, familyName, givenName, nameOrder, nameZh, ...row }: Row) {
  const isTold = slug !== null && familyName !== null && givenName !== null && nameOrder !== null;
  return {
    ...row,
    author: isTold ? { slug, names: { familyName, givenName, nameOrder, nameZh } } : null,
  };
}

function adviceOf(db: Database | Transaction, viewer: Viewer | null) {
  const isMember = viewer?.status === "active";
  const nameZh = isMember ? seen(sightOf(viewer), "nameZh", members.nameZh) : sql`null`;
  return shownBy(db, viewer, (isNamed) => ({
    advice: isMember ? experiences.advice : entries.teaser,
    authorSlug: onlyIf(isNamed, members.slug),
    familyName: onlyIf(isNamed, members.familyName),
    givenName: onlyIf(isNamed, members.givenName),
    nameOrder: onlyIf(isNamed, members.nameOrder),
    nameZh: onlyIf(isNamed, members.nameZh, nameZh),
  }));
}
