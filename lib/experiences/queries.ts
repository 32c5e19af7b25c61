import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { ownsEntry } from "@/lib/entries/policy";
import { getMember } from "@/lib/members/queries";
import { experienceColumns, isInSight, isPublished } from "./sight.queries";

const { slug, title, teaser, topics, cities, fromYear, toYear, originalLocale, stale } =
  experienceColumns;

const cardColumns = { slug, title, teaser, topics, cities, fromYear, toYear, originalLocale };

/** The published experiences of active members, newest first; none for whoever is no active account. */
export async function listExperiences(viewer: Viewer | null) {
  if (viewer?.status !== "active") return [];
  return query((db) =>
    db
      .select(cardColumns)
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isPublished)
      .orderBy(desc(entries.publishedAt), asc(slug)),
  );
}

/**
 * An experience at its address, or null when it is out of the viewer's sight: published ones of active members for
 * active accounts, the owner's own in every state. `author` is null for somebody who left the directory.
 */
export async function getExperience(viewer: Viewer | null, address: string) {
  if (!viewer || !isSlug(address)) return null;
  const { sectors, story, advice } = experienceColumns;
  const [row] = await query((db) =>
    db
      .select({
        ...cardColumns,
        ...{ sectors, story, advice, stale },
        id: entries.id,
        isHidden: isHidden(entries),
        moderation: entries.moderation,
        publishedAt: entries.publishedAt,
        ownerAccountId: accounts.id,
        ownerStatus: accounts.status,
        ownerSlug: members.slug,
      })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(slug, address), isInSight(viewer))),
  );
  if (!row) return null;
  const { ownerSlug, ...experience } = row;
  const author = await getMember(viewer, ownerSlug);
  return { ...experience, author, isOwn: ownsEntry(viewer, row) };
}
