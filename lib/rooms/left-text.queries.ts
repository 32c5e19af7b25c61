import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { projects } from "@/db/schema/projects";
import { rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInRoom } from "./queries";
import { isOwnerGone } from "./roster/queries";

export type LeftText = NonNullable<Awaited<ReturnType<typeof getLeftText>>>;

/** The full text of a project whose owner was erased, for the people of its room; null for everybody else. */
export async function getLeftText(viewer: Viewer, roomId: string) {
  const { originalLocale, summary, offered, sought, advantages, partnerTask } = projects;
  const [row] = await query((db) =>
    db
      .select({ originalLocale, summary, offered, sought, advantages, partnerTask })
      .from(rooms)
      .innerJoin(projects, eq(projects.id, rooms.projectId))
      .where(and(eq(rooms.id, roomId), isInRoom(viewer), isOwnerGone)),
  );
  return row ?? null;
}
