import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { RoomTab } from "@/components/rooms/room-tabs";
import { roomPath } from "@/components/rooms/room-tabs";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { noteRoomOpened } from "@/lib/notifications/list.queries";
import { listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";
import { getRoom, getRoomDoor } from "@/lib/rooms/queries";

/**
 * The room at an address for whoever is in it; who is invited is led to the invitation, who may come back to the
 * project's page, and for others there is none.
 */
export const readRoom = cache(async (locale: Locale, slug: string, tab: RoomTab) => {
  const viewer = await requireMember(locale, roomPath(slug, tab));
  const opened = new Date();
  const room = await getRoom(viewer, slug, locale);
  if (room) {
    noteRoomOpened(viewer, opened, room.id);
    return { viewer, room };
  }
  const [invitation] = await listOwnRoomInvitations(viewer, locale, slug);
  if (invitation) return redirect(path(locale, `/projects/${slug}/room/invitation`));
  const door = await getRoomDoor(viewer, slug);
  return door === "return" ? redirect(path(locale, `/projects/${slug}#room`)) : notFound();
});

/** The title of a page of a room; no search engine sees it. */
export async function roomMetadata(
  params: PageProps<"slug">["params"],
  tab: RoomTab,
): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { room } = await readRoom(locale, (await params).slug, tab);
  const t = getTranslator(locale, "rooms");
  const project = room.title?.text ?? t("untitled");
  const title = t("titled", { project });
  return {
    title: tab === "overview" ? title : `${t(`tabs.${tab}`)} · ${title}`,
    robots: { index: false },
  };
}
