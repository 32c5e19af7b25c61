import "server-only";
import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { ownsEntry } from "@/lib/entries/policy";
import { factColumns, isPublished } from "@/lib/entries/sight.queries";
import { getMember } from "@/lib/members/queries";
import { isInSight } from "./sight.queries";

const { topics, fromYear, toYear, story, advice } = experiences;
const { id, slug, title, teaser, originalLocale, cities, sectors, stale, moderation } = entries;

const cardColumns = { slug, title, teaser, originalLocale, topics, cities, fromYear, toYear };

export type ExperienceCard = Awaited<ReturnType<typeof listExperiences>>[number];

/** The published experiences of active members, newest first; none for whoever is no active account. */
export async function listExperiences(viewer: Viewer) {
  return viewer.status === "active" ? selectCards(isPublished) : [];
}

/** All of the viewer's own, last published or begun first. */
export const listOwnExperiences = (viewer: Viewer) =>
  selectCards(eq(accounts.id, viewer.accountId));

const selectCards = (where: SQL | undefined) =>
  query((db) =>
    db
      .select({ ...cardColumns, moderation })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(where)
      .orderBy(desc(entries.publishedAt), asc(slug)),
  );

export type ExperiencePage = NonNullable<Awaited<ReturnType<typeof getExperience>>>;

/**
 * An experience at its address, or null when it is out of the viewer's sight: published ones of active members for
 * active accounts, the owner's own in every state. `author` is null for somebody who left the directory.
 */
export async function getExperience(viewer: Viewer, address: string) {
  if (!isSlug(address)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...cardColumns,
        ...{ id, sectors, story, advice, stale },
        ...factColumns,
        isHidden: isHidden(entries),
        ownerSlug: members.slug,
      })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(slug, address), isInSight(viewer))),
  );
  if (!row) return null;
  const { ownerSlug, ...experience } = row;
  const author = await getMember(viewer, ownerSlug);
  return { ...experience, author, isOwn: ownsEntry(viewer, row) };
}
