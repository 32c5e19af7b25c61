import "server-only";
import { asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { projects } from "@/db/schema/projects";
import { rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";

/** The viewer's own projects that have a room, whatever their membership's status; `slug` is the project's. */
export async function listOwnedRooms(
  viewer: Viewer,
  locale: Locale,
): Promise<{ slug: string; title: PickedText | null }[]> {
  const { memberId } = viewer;
  if (memberId === null) return [];
  const rows = await query((db) =>
    db
      .select({
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
      })
      .from(rooms)
      .innerJoin(projects, eq(projects.id, rooms.projectId))
      .where(eq(projects.ownerId, memberId))
      .orderBy(asc(rooms.createdAt), asc(rooms.id)),
  );
  return rows.map(({ slug, title, originalLocale }) => ({
    slug,
    title: pickText(title, locale, originalLocale),
  }));
}
