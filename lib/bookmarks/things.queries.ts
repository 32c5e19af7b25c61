import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import type { EntryKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { bookmarks } from "@/db/schema/bookmarks";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { activitySightOf, isInSight as isActivityInSight } from "@/lib/activities/sight.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import { isReachable } from "@/lib/members/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import type { KeptKind } from "./bookmark";

type Find = (db: Reader, viewer: Viewer, slug: string) => Promise<{ id: string }[]>;

/** The things of each kind that the viewer may read, by their address. */
const FIND: Record<KeptKind, Find> = {
  project: findEntry("project"),
  experience: findEntry("experience"),
  organisation: (db, viewer, slug) =>
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.slug, slug), isOrganisationInSight(viewer))),
  activity: (db, viewer, slug) =>
    db
      .select({ id: activities.id })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(activities.slug, slug), isActivityInSight(activitySightOf(viewer)))),
  member: (db, viewer, slug) =>
    db
      .select({ id: members.id })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(members.slug, slug), isReachable(viewer))),
};

function findEntry(kind: EntryKind): Find {
  return (db, viewer, slug) =>
    db
      .select({ id: entries.id })
      .from(entries)
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.entryKind, kind), eq(entries.slug, slug), isEntryInSight(viewer)));
}

/** Where a bookmark of each kind points to. */
export const COLUMN = {
  project: "entryId",
  experience: "entryId",
  organisation: "organisationId",
  activity: "activityId",
  member: "memberId",
} as const satisfies Record<KeptKind, keyof typeof bookmarks.$inferInsert>;

/** The key of a thing at its address, or null out of the viewer's sight. */
export async function findThing(
  db: Reader,
  viewer: Viewer,
  { kind, slug }: { kind: KeptKind; slug: string },
): Promise<string | null> {
  const [found] = await FIND[kind](db, viewer, slug);
  return found?.id ?? null;
}

/** The viewer's bookmark of a thing. */
export const isOf = ({ accountId }: Viewer, kind: KeptKind, id: string | PgColumn): SQL =>
  and(eq(bookmarks.accountId, accountId), eq(bookmarks[COLUMN[kind]], id)) as SQL;
