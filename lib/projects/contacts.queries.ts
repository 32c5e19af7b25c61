import "server-only";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { InterestState } from "@/db/enums";
import { interests } from "@/db/schema/interests";
import { projects } from "@/db/schema/projects";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";

/** Once accepted, a contact of the project stays one, whatever the talks came to. */
const ACCEPTED: readonly InterestState[] = ["accepted", "in-talks", "agreement", "no-agreement"];

/**
 * True for rows of `projects` whose owner has accepted an interest of the viewer; never for a visitor. Whom an owner
 * before accepted stays one as long as they share the project's room with the owner of now.
 */
export function acceptedContact(viewer: Viewer | null): SQL<boolean> {
  if (!isActiveMember(viewer)) return sql<boolean>`false`;
  return sql<boolean>`exists (select 1 from ${interests} where ${and(
    eq(interests.projectId, projects.id),
    eq(interests.memberId, viewer.memberId),
    inArray(interests.state, ACCEPTED),
    or(eq(interests.receivedBy, projects.ownerId), isInItsRoom(viewer.memberId)),
  )})`;
}

const isInItsRoom = (memberId: string) => sql`exists (
  select 1 from ${rooms} join ${roomPeople} on ${roomPeople.roomId} = ${rooms.id}
  where ${rooms.projectId} = ${projects.id} and ${roomPeople.memberId} = ${memberId}
    and ${roomPeople.removedAt} is null)`;

/** Whether the owner of this project has accepted an interest of the viewer. */
export async function isAcceptedContactOf(
  viewer: Viewer | null,
  projectId: string,
): Promise<boolean> {
  if (!isActiveMember(viewer)) return false;
  const [row] = await query((db) =>
    db
      .select({ id: projects.id })
      .from(projects)
      .where(and(eq(projects.id, projectId), acceptedContact(viewer))),
  );
  return row !== undefined;
}
