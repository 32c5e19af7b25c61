import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { entries } from "@/db/schema/entries";
import { projects } from "@/db/schema/projects";
import { roomPeople, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { acceptedContact } from "@/lib/projects/sight.queries";
import { isInRoom } from "./queries";
import { isOwnerGone } from "./roster.queries";

export type LeftText = NonNullable<Awaited<ReturnType<typeof getLeftText>>>;

/**
 * The full text of a project whose owner was erased, for those of its room who read it before: where it was kept for
 * accepted contacts, them, its leads and its partners. Null for everybody else.
 */
export async function getLeftText(viewer: Viewer, roomId: string) {
  const { summary, offered, sought, advantages, partnerTask } = projects;
  const { originalLocale } = entries;
  const [row] = await query((db) =>
    db
      .select({ originalLocale, summary, offered, sought, advantages, partnerTask })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .innerJoin(projects, eq(projects.id, entries.id))
      .where(
        and(
          eq(rooms.id, roomId),
          isInRoom(viewer),
          isOwnerGone,
          isShown(entries),
          wasReader(viewer),
        ),
      ),
  );
  return row ?? null;
}

function wasReader(viewer: Viewer): SQL | undefined {
  const isPartner = sql`exists (select 1 from ${roomPeople}
    where ${roomPeople.roomId} = ${rooms.id} and ${roomPeople.memberId} = ${viewer.memberId}
      and ${roomPeople.removedAt} is null and ${roomPeople.role} in ('lead', 'partner'))`;
  return or(eq(entries.textLevel, "members"), acceptedContact(viewer), isPartner);
}
