import "server-only";
import { sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { onlyIf } from "@/db/columns";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/queries";
import { countKept } from "@/lib/search/lines.queries";
import type { ExperienceFilters } from "./experience-filters";
import { listFor, readPage, shownBy } from "./listing.queries";

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
