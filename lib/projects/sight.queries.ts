import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { acceptedContact } from "./contacts.queries";
import type { SightFacts } from "./policy";
import { isSlug } from "./project-slug";

export type ProjectSight = SightFacts & { id: string; slug: string };

/** What the rules ask of a project and its viewer. Join members and accounts. */
export const sightColumns = (viewer: Viewer | null) => ({
  moderation: projects.moderation,
  ownerAccountId: accounts.id,
  ownerStatus: accounts.status,
  textLevel: projects.textLevel,
  ownerLevel: projects.ownerLevel,
  isContact: sql<boolean>`${acceptedContact(viewer)}`,
});

/** Published ones of active members, one's own in every state, any published one for the club team. Joins as above. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  const isPublished = eq(projects.moderation, "published");
  return or(
    and(isPublished, eq(accounts.status, "active")),
    viewer ? eq(accounts.id, viewer.accountId) : undefined,
    isStaff(viewer) ? isPublished : undefined,
  );
}

/** What the rules need to know of a project that stands in the viewer's sight; null for any other. */
export async function getProjectSight(
  viewer: Viewer | null,
  slug: string,
): Promise<ProjectSight | null> {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({ id: projects.id, slug: projects.slug, ...sightColumns(viewer) })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(projects.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
}
