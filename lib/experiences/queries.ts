import "server-only";
import { and, asc, desc, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { isKeptEntry } from "@/db/kept";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { columnsAt } from "@/lib/entries/columns.queries";
import { listAddresses, listNewest } from "@/lib/entries/newest.queries";
import { canSeeOwner, canSeeText, ownsEntry } from "@/lib/entries/policy";
import { isNamedTo, shownFields } from "@/lib/entries/shown.queries";
import {
  isInSight as isEntryInSight,
  isPublishedToAll,
  sightColumns,
} from "@/lib/entries/sight.queries";
import { getMember } from "@/lib/members/queries";
import { opinionColumns, opinionSums } from "./confirmation.queries";
import { EXPERIENCE } from "./experience";

/** Published, and visitors read something of it. Join members and accounts. */
export const isOpen = and(isPublishedToAll, sql`${entries.teaser} <> '{}'::jsonb`);

/** What every entry shows, to active accounts; what is open and their own to others. Join members and accounts. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  if (mayRead(viewer)) return isEntryInSight(viewer);
  return viewer ? or(isOpen, eq(accounts.id, viewer.accountId)) : isOpen;
}

const { slug, seed, title, teaser, originalLocale, stale, publishedAt } = entries;
const { topics, fromYear, toYear } = experiences;

/** What anybody may read of one that is open: title, first advice, topics, years and what is shown of its cities. */
export const teaserColumns = {
  ...{ slug, seed, title, teaser, originalLocale, stale, publishedAt },
  ...{ topics, fromYear, toYear },
};

/** All of the viewer's own, last changed first. */
export const listOwnExperiences = (viewer: Viewer) =>
  query((db) =>
    db
      .select({
        ...teaserColumns,
        cities: entries.cities,
        moderation: entries.moderation,
        isHidden: isHidden(entries),
      })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .where(sql`${entries.ownerId} = ${viewer.memberId}::uuid`)
      .orderBy(desc(entries.updatedAt), asc(entries.slug)),
  );

export type ExperiencePage = NonNullable<Awaited<ReturnType<typeof getExperience>>>;

/**
 * An experience at its address, or null when it is out of the viewer's sight. `full` is null for whom the text is not open,
 * `author` for whoever is not told: neither was even read, and sectors and cities are what is shown without a name.
 */
export async function getExperience(viewer: Viewer | null, slug: string) {
  const row = await getInSight(viewer, slug);
  if (!row) return null;
  const { ownerAccountId, ownerStatus, provenance, submittedAt, ...shown } = row;
  const isOwn = ownsEntry(viewer, row);
  const found = canSeeText(viewer, row) ? await readFull(row.id) : null;
  if (!found) return { ...shown, sectors: [], full: null, author: null, isOwn };
  const { ownerSlug, sectors, cities, ...full } = found;
  const isTold = viewer && canSeeOwner(viewer, row);
  return {
    ...shown,
    ...(isOwn && { sectors, cities }),
    full,
    author: isTold ? await getMember(viewer, ownerSlug) : null,
    isOwn,
  };
}

/** The same as anybody may read it, with what the rules ask; read once for all that a page shows of it. */
export const getInSight = cache(async (viewer: Viewer | null, slug: string) => {
  if (!isSlug(slug)) return null;
  const { id, provenance, submittedAt } = entries;
  const [row] = await query((db) => {
    const sums = opinionSums(db);
    return db
      .select({
        ...teaserColumns,
        ...opinionColumns(sums),
        ...shownFields(isNamedTo(viewer)),
        ...sightColumns(),
        ...{ id, provenance, submittedAt, isHidden: isHidden(entries) },
        isKept: isKeptEntry(viewer?.accountId, entries.id),
      })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .crossJoinLateral(sums)
      .where(and(eq(entries.slug, slug), isInSight(viewer)));
  });
  return row ?? null;
});

async function readFull(id: string) {
  const columns = { ...getTableColumns(entries), ...getTableColumns(experiences) };
  const { projectId, activityId, organisationId, cities } = columns;
  const about = { projectId, activityId, organisationId, cities, ownerSlug: members.slug };
  const [row] = await query((db) =>
    db
      .select({ ...columnsAt(EXPERIENCE, columns, "members"), ...about })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .where(eq(entries.id, id)),
  );
  return row ?? null;
}

/** Where each one stands that visitors read something of. */
export const listPublicAddresses = () => listAddresses("experience", isOpen);

/** The newest of these, for feeds. */
export const listNewestExperiences = () => listNewest("experience", isOpen);
