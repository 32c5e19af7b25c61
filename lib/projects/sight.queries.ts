import "server-only";
import {
  and,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNull,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { cache } from "react";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { InterestState } from "@/db/enums";
import { isKeptEntry } from "@/db/kept";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { isSlug } from "@/lib/core/text/slug";
import { columnsAt } from "@/lib/entries/columns.queries";
import { isInSight, isPublished, sightColumns } from "@/lib/entries/sight.queries";
import { PROJECT } from "./project";
import { shownColumns } from "./shown.queries";

/** A project is never without an owner, as other entries may be. */
export const ownerColumn = sql<string>`${entries.ownerId}`;

/** Among the entries: where a project's own table is not joined, an experience at the same address is none. */
export const isProject = eq(entries.entryKind, "project");

/** The columns of a project: what all entries share, and its own. */
const projectColumns = {
  ...getTableColumns(entries),
  ...getTableColumns(projects),
  entryKind: sql<"project">`${entries.entryKind}`,
  ownerId: ownerColumn,
};

/** What anybody may read of a published project. */
const publicColumns = { ...columnsAt(PROJECT, projectColumns, "public"), stale: entries.stale };

/** Those of a card, with as much of the owner as the viewer may read; `isNamed` as `shownColumns` takes it. */
export const teaserColumns = (viewer: Viewer | null, isNamed?: SQLWrapper) => ({
  ...publicColumns,
  ...shownColumns(viewer, isNamed),
  slug: entries.slug,
  seed: entries.seed,
  publishedAt: entries.publishedAt,
});

export const fieldColumns = columnsAt(PROJECT, projectColumns, "owner");

/** The rest of the text, for whom its owner shows it. */
export const textColumns = columnsAt(PROJECT, projectColumns, "text");

/** Published, to members unless said otherwise, and its deadline has not passed in Lyon: what lists, counts and search engines show. */
export function isListed(published = isPublished): SQL | undefined {
  return and(published, or(isNull(projects.deadline), gte(projects.deadline, today())));
}

/** Once accepted, a contact of the project stays one, whatever the talks came to, until one of the two has ended it. */
const ACCEPTED: readonly InterestState[] = ["accepted", "in-talks", "agreement", "no-agreement"];

/**
 * True for rows of `entries` whose owner has accepted an interest of the viewer; never for a visitor. Whom an owner
 * before accepted, or with whom the contact was ended, stays one as long as they are in the project's room.
 */
export function acceptedContact(viewer: Viewer | null): SQL<boolean> {
  if (!isReadingMember(viewer)) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from ${interests} where ${and(
    eq(interests.projectId, entries.id),
    eq(interests.memberId, viewer.memberId),
    inArray(interests.state, ACCEPTED),
    or(isNull(interests.contactEndedOn), isInItsRoom(viewer.memberId)),
    or(eq(interests.receivedBy, entries.ownerId), isInItsRoom(viewer.memberId)),
  )})`;
}

const isInItsRoom = (memberId: string) => sql`exists (
  select 1 from ${rooms} join ${roomPeople} on ${roomPeople.roomId} = ${rooms.id}
  where ${rooms.projectId} = ${entries.id} and ${roomPeople.memberId} = ${memberId}
    and ${roomPeople.removedAt} is null)`;

/**
 * A project that stands in the viewer's sight, as anybody may read it, with what the rules ask and where its translations
 * come from; null for any other. Read once for all that a page shows of it, and itself never shown: it says whose it is.
 */
export const getProjectInSight = cache(async (viewer: Viewer | null, slug: string) => {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...teaserColumns(viewer),
        ...sightColumns(acceptedContact(viewer)),
        id: entries.id,
        submittedAt: entries.submittedAt,
        isHidden: isHidden(entries),
        provenance: entries.provenance,
        isKept: isKeptEntry(viewer?.accountId, entries.id),
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
});
