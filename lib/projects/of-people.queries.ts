import "server-only";
import { and, asc, desc, eq, inArray, or } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { acceptedContact } from "./contacts.queries";

/**
 * The published projects of members, newest first, for active accounts that may know who proposes them: not those
 * whose owner shows themselves only to accepted contacts, unless the viewer is one, or it is their own. Those of a
 * member who is not active are seen by themselves and the club team alone. `isPreview` leaves out what the viewer reads
 * only as the owner: an accepted contact of one project is none of the others.
 */
export async function listProjectsOfMembers(
  viewer: Viewer,
  memberIds: string[],
  isPreview = false,
) {
  if (viewer.status !== "active" || memberIds.length === 0) return [];
  const isOpen = isStaff(viewer) ? undefined : eq(accounts.status, "active");
  const isOwn = isPreview ? undefined : eq(accounts.id, viewer.accountId);
  return query((db) =>
    db
      .select({
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
        publishedAt: projects.publishedAt,
      })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          inArray(projects.ownerId, memberIds),
          eq(projects.moderation, "published"),
          isOpen && or(isOpen, isOwn),
          or(isOwn, eq(projects.ownerLevel, "members"), acceptedContact(viewer)),
        ),
      )
      .orderBy(desc(projects.publishedAt), asc(projects.slug)),
  );
}
