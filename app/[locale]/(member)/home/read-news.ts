import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import {
  listActivityNews,
  listOrganisationNews,
  listProjectNews,
} from "@/lib/dashboard/news.queries";
import { roomNews } from "@/lib/dashboard/room-news";
import { listNewMembers } from "@/lib/directory/queries";
import { listRoomNews } from "@/lib/rooms/news.queries";

/** What came or changed since an instant, by list; nothing of the viewer's own. */
export async function readNews(viewer: Viewer, since: Date, locale: Locale) {
  const [members, organisations, activities, projects, rooms] = await Promise.all([
    listNewMembers(viewer, since, locale),
    listOrganisationNews(viewer, since, locale),
    listActivityNews(viewer, since, locale),
    listProjectNews(viewer, since, locale),
    listRoomNews(viewer, since),
  ]);
  return { members, organisations, activities, projects, rooms: roomNews(rooms, locale) };
}
