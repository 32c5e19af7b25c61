import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { acceptedContact } from "./contacts.queries";

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
