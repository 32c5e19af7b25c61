import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { bookmarks } from "@/db/schema/bookmarks";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { together } from "@/db/together";
import { activitySightOf, isInSight as isActivityInSight } from "@/lib/activities/sight.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import { isReachable, nameColumns } from "@/lib/members/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import type { KeptKind } from "./bookmark";
import { canKeep } from "./policy";
import { isOf } from "./things.queries";

const keptAt = bookmarks.createdAt;

export type KeptThing = Awaited<ReturnType<typeof listKept>>[number];

/** What the viewer keeps, the last first, as far as they may still read it. */
export async function listKept(viewer: Viewer) {
  if (!canKeep(viewer)) return [];
  const kept = await together((read) =>
    Promise.all([
      read((db) => listEntries(db, viewer)),
      read((db) => listOrganisations(db, viewer)),
      read((db) => listActivities(db, viewer)),
      read((db) => listMembers(db, viewer)),
    ]),
  );
  return kept.flat().toSorted((a, b) => b.keptAt.getTime() - a.keptAt.getTime());
}

/** Whether the viewer keeps a thing, by its key; null for whoever keeps nothing. */
export async function isKept(
  viewer: Viewer | null,
  kind: KeptKind,
  id: string,
): Promise<boolean | null> {
  if (!canKeep(viewer)) return null;
  return (await query((db) => db.$count(bookmarks, isOf(viewer, kind, id)))) > 0;
}

async function listEntries(db: Reader, viewer: Viewer) {
  const { slug, title, originalLocale, entryKind } = entries;
  const rows = await db
    .select({ keptAt, slug, title, originalLocale, kind: entryKind })
    .from(bookmarks)
    .innerJoin(entries, isOf(viewer, "project", entries.id))
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(entryKind, ["project", "experience"]), isEntryInSight(viewer)))
    .orderBy(desc(keptAt));
  return rows.map((row) => ({ ...row, kind: row.kind as "project" | "experience" }));
}

async function listOrganisations(db: Reader, viewer: Viewer) {
  const { slug, name, originalLocale } = organisations;
  const rows = await db
    .select({ keptAt, slug, title: name, originalLocale })
    .from(bookmarks)
    .innerJoin(organisations, isOf(viewer, "organisation", organisations.id))
    .where(isOrganisationInSight(viewer))
    .orderBy(desc(keptAt));
  return rows.map((row) => ({ ...row, kind: "organisation" as const }));
}

async function listActivities(db: Reader, viewer: Viewer) {
  const { slug, title, originalLocale } = activities;
  const rows = await db
    .select({ keptAt, slug, title, originalLocale })
    .from(bookmarks)
    .innerJoin(activities, isOf(viewer, "activity", activities.id))
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(isActivityInSight(activitySightOf(viewer)))
    .orderBy(desc(keptAt));
  return rows.map((row) => ({ ...row, kind: "activity" as const }));
}

async function listMembers(db: Reader, viewer: Viewer) {
  const rows = await db
    .select({ keptAt, slug: members.slug, ...nameColumns(viewer) })
    .from(bookmarks)
    .innerJoin(members, isOf(viewer, "member", members.id))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(isReachable(viewer))
    .orderBy(desc(keptAt));
  return rows.map((row) => ({ ...row, kind: "member" as const }));
}
