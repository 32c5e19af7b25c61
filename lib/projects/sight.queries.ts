import "server-only";
import { and, eq, getTableColumns, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { query } from "@/db/client";
import { isHidden, isShown } from "@/db/columns";
import type { InterestState, ModerationState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { roomPeople, rooms } from "@/db/schema/rooms";
import type { StoredText } from "@/db/stored";
import { isActiveMember, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isSlug } from "@/lib/core/text/slug";
import { fieldsLike, type NameOf } from "@/lib/entries/description";
import { PROJECT } from "./project";
import { shownColumns } from "./shown.queries";

/** A project is never without an owner, as other entries may be. */
export const ownerColumn = sql<string>`${entries.ownerId}`;

/** Among the entries: where a project's own table is not joined, an experience at the same address is none. */
export const isProject = eq(entries.entryKind, "project");

/** The columns of a project: what all entries share, and its own. */
export const projectColumns = {
  ...getTableColumns(entries),
  ...getTableColumns(projects),
  entryKind: sql<"project">`${entries.entryKind}`,
  ownerId: ownerColumn,
};

/** The columns of what is described as read at this level. */
const columnsAt = <Level extends string>(level: Level) =>
  Object.fromEntries(
    fieldsLike(PROJECT, { level }).map((name) => [name, projectColumns[name]]),
  ) as Pick<typeof projectColumns, NameOf<typeof PROJECT, { level: Level }>>;

/** What anybody may read of a published project. */
const publicColumns = { ...columnsAt("public"), stale: entries.stale };

export const teaserColumns = (viewer: Viewer | null) => ({
  ...publicColumns,
  ...shownColumns(viewer),
  slug: entries.slug,
  publishedAt: entries.publishedAt,
});

export const fieldColumns = columnsAt("owner");

/** The rest of the text, for whom its owner shows it. */
export const textColumns = columnsAt("text");

/** What the policy asks of a project. */
export const factColumns = {
  moderation: entries.moderation,
  ownerAccountId: accounts.id,
  ownerStatus: accounts.status,
};

/** All that the owner writes and chooses. */
export const contentColumns = {
  ...publicColumns,
  ...fieldColumns,
  ...textColumns,
  ...columnsAt("self"),
  provenance: entries.provenance,
};

/** What anybody may come upon: published, of an active member, and not taken down. */
export const isPublished = and(
  eq(entries.moderation, "published"),
  eq(accounts.status, "active"),
  isShown(entries),
);

/** To others, and for what hangs on it, a project that was taken down is as one that was withdrawn. */
export const openModeration = sql<ModerationState>`case
  when ${isShown(entries)} then ${entries.moderation} else 'withdrawn' end`;

/** Published, and its deadline has not passed in Lyon: what lists, counts and search engines show. */
export function isListed(): SQL | undefined {
  return and(isPublished, or(isNull(projects.deadline), gte(projects.deadline, today())));
}

/** Once accepted, a contact of the project stays one, whatever the talks came to. */
const ACCEPTED: readonly InterestState[] = ["accepted", "in-talks", "agreement", "no-agreement"];

/**
 * True for rows of `entries` whose owner has accepted an interest of the viewer; never for a visitor. Whom an owner
 * before accepted stays one as long as they share the project's room with the owner of now.
 */
export function acceptedContact(viewer: Viewer | null): SQL<boolean> {
  if (!isActiveMember(viewer)) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from ${interests} where ${and(
    eq(interests.projectId, entries.id),
    eq(interests.memberId, viewer.memberId),
    inArray(interests.state, ACCEPTED),
    or(eq(interests.receivedBy, entries.ownerId), isInItsRoom(viewer.memberId)),
  )})`;
}

const isInItsRoom = (memberId: string) => sql`exists (
  select 1 from ${rooms} join ${roomPeople} on ${roomPeople.roomId} = ${rooms.id}
  where ${rooms.projectId} = ${entries.id} and ${roomPeople.memberId} = ${memberId}
    and ${roomPeople.removedAt} is null)`;

/** Whether the owner of this project has accepted an interest of the viewer. */
export async function isAcceptedContactOf(
  viewer: Viewer | null,
  projectId: string,
): Promise<boolean> {
  if (!isActiveMember(viewer)) return false;
  const [row] = await query((db) =>
    db
      .select({ id: entries.id })
      .from(entries)
      .where(and(eq(entries.id, projectId), acceptedContact(viewer))),
  );
  return row !== undefined;
}

/** What the rules ask of a project and its viewer. Join members and accounts. */
export const sightColumns = (viewer: Viewer | null) => ({
  moderation: entries.moderation,
  ownerAccountId: accounts.id,
  ownerStatus: accounts.status,
  textLevel: entries.textLevel,
  ownerLevel: entries.ownerLevel,
  isContact: sql<boolean>`${acceptedContact(viewer)}`,
});

/** Published ones of active members, one's own in every state, any published one for the club team. Joins as above. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  return or(
    isPublished,
    viewer ? eq(accounts.id, viewer.accountId) : undefined,
    isStaff(viewer) ? eq(entries.moderation, "published") : undefined,
  );
}

/**
 * The title of a row of `entries` that a reader may be told: to its owner their own, to others the one online, else
 * the last that was; none for what never was. A project taken back is a draft again, and its title its owner's alone;
 * so is that of one that was taken down, in whose place stands what became of it.
 */
export function toldTitle(readerId: string | null = null): SQL<StoredText> {
  const isOwn = sql`${entries}.owner_id = ${readerId}::uuid`;
  const isOpen = sql`${entries}.moderation = 'published' or ${isOwn}`;
  const last = sql`select version.content -> 'title' from ${entryVersions} version
    where version.entry_id = ${entries}.id and version.cause <> 'restored'
    order by version.number desc limit 1`;
  return sql<StoredText>`case
    when ${entries}.hidden_at is not null and ${isOwn} is not true then ${TAKEN_DOWN}::jsonb
    when ${isOpen} then ${entries}.title
    else coalesce((${last}), '{}'::jsonb) end`.mapWith(entries.title) as SQL<StoredText>;
}

const TAKEN_DOWN = JSON.stringify(
  Object.fromEntries(
    LOCALES.map((locale) => [locale, getTranslator(locale, "projects")("takenDown")]),
  ),
);

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
        ...sightColumns(viewer),
        id: entries.id,
        submittedAt: entries.submittedAt,
        isHidden: isHidden(entries),
        provenance: entries.provenance,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
});
