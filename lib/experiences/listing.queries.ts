import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { namedTo, shownFields } from "@/lib/entries/shown.queries";
import { isPublished } from "@/lib/entries/sight.queries";
import { toldPerson } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { personColumns } from "@/lib/members/told-person.queries";
import type { LineList } from "@/lib/search/line-sources.queries";
import { countKept, countWithout, findLines } from "@/lib/search/lines.queries";
import { opinionColumns, opinionSums } from "./confirmation.queries";
import type { ExperienceFilters } from "./experience-filters";
import { isOpen, teaserColumns } from "./queries";

export type ExperienceCard = ExperienceList["cards"][number];

export type ExperienceList = Awaited<ReturnType<typeof listExperiences>>;

/**
 * One page of the published experiences of active members, newest first or, in the handbook, last confirmed first, the last one
 * for any past it; visitors are shown those of which they read something, and of these the first advice. Each facet counts what
 * its choices would give beside the other filters. `author` is null for whom all members may not know.
 */
export async function listExperiences(
  viewer: Viewer | null,
  { q, page, ...chosen }: ExperienceFilters,
  { sort, read = query }: { sort?: "freshest"; read?: Read } = {},
) {
  const list = listFor(viewer);
  // What sorts other lists by name holds how fresh an experience is.
  const asked = { q, chosen, page, sort: sort ? "name" : "newest" } as const;
  return read(async (db) => {
    const found = await findLines(db, list, asked, { cards: cardsFor(db, viewer) });
    return {
      ...found,
      cards: found.cards.map((one) => ({ ...one, author: toldPerson(one) })),
      without: found.total === 0 ? await countWithout(db, list, asked, found) : [],
    };
  });
}

/** The list that a viewer reads. */
const listFor = (viewer: Viewer | null): LineList => ({
  kind: "experience",
  audience: mayRead(viewer) ? "members" : "public",
});

/** How many experiences a viewer may read of each topic, by its slug; topics of which there are none are left out. */
export async function countTopics(viewer: Viewer | null): Promise<ReadonlyMap<string, number>> {
  const counts = await query((db) => countKept(db, listFor(viewer), "topics"));
  return new Map([...counts].map(([key, count]) => [key.slice("topics:".length), count]));
}

/** What is shown of lines by their keys and in their order; what is no longer in sight is left out. */
function cardsFor(db: Reader, viewer: Viewer | null) {
  const isMember = mayRead(viewer);
  const owner = namedTo(db, viewer);
  const sums = opinionSums(db);
  const shown = {
    ...{ ...teaserColumns, ...opinionColumns(sums), cities: shownFields(owner.isNamed).cities },
    advice: isMember ? experiences.advice : entries.teaser,
    outcome: isMember ? experiences.outcome : sql<null>`null`,
    ...personColumns(sightOf(viewer), owner.isNamed),
  };
  return (keys: SQL) =>
    db
      .select(shown)
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .crossJoinLateral(owner)
      .crossJoinLateral(sums)
      .where(and(sql`${entries.id} = any (${keys})`, isMember ? isPublished : isOpen))
      .orderBy(sql`array_position(${keys}, ${entries.id})`);
}
