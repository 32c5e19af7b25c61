import "server-only";
import { asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
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
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
      })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(eq(entries.ownerId, memberId))
      .orderBy(asc(rooms.createdAt), asc(rooms.id)),
  );
  return rows.map(({ slug, title, originalLocale }) => ({
    slug,
    title: pickText(title, locale, originalLocale),
  }));
}
