import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { roomInvitations, rooms } from "@/db/schema/rooms";
import { isPresent } from "@/db/standing";
import type { Read } from "@/db/together";
import { isInviterIn, waitingRoomInvitations } from "@/db/waiting";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { shownIfPresent } from "@/lib/members/member-card";
import { nameColumns } from "@/lib/members/sight.queries";
import { roomInvitationsTo } from "./listed.queries";
import { isLedBy } from "./queries";

export type OpenRoomInvitation = Awaited<ReturnType<typeof listOpenRoomInvitations>>[number];

/** The unanswered invitations of a room, newest first; `isOver`: who sent it is out of it. For whoever leads the room alone. */
export async function listOpenRoomInvitations(viewer: Viewer, roomId: string, locale: Locale) {
  const rows = await query((db) =>
    db
      .select({
        id: roomInvitations.id,
        role: roomInvitations.role,
        createdAt: roomInvitations.createdAt,
        isOver: sql<boolean>`not ${isInviterIn("room_invitations")}`,
        isPresent: sql<boolean>`${isPresent()}`,
        ...nameColumns(viewer),
      })
      .from(roomInvitations)
      .innerJoin(rooms, eq(rooms.id, roomInvitations.roomId))
      .innerJoin(members, eq(members.id, roomInvitations.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(rooms.id, roomId), eq(roomInvitations.state, "open"), isLedBy(viewer)))
      .orderBy(desc(roomInvitations.createdAt)),
  );
  return rows.map(({ id, role, createdAt, isOver, ...names }) => ({
    id,
    role,
    createdAt,
    isOver,
    name: shownIfPresent(names, locale),
  }));
}

export type OwnRoomInvitation = Awaited<ReturnType<typeof listOwnRoomInvitations>>[number];

/** The open invitations to the viewer, which `Viewer.waiting` counts, newest first, with the project and who invites; `slug` asks for one project's. */
export async function listOwnRoomInvitations(
  viewer: Viewer,
  locale: Locale,
  slug?: string,
  read: Read = query,
) {
  if (!isReadingMember(viewer) || viewer.waiting === 0) return [];
  if (slug !== undefined && !isSlug(slug)) return [];
  const rows = await read((db) =>
    roomInvitationsTo(
      db,
      viewer,
      and(
        sql`${roomInvitations.id} in (${waitingRoomInvitations(viewer.memberId)})`,
        slug === undefined ? undefined : eq(entries.slug, slug),
      ),
    ).orderBy(desc(roomInvitations.createdAt)),
  );
  return rows.map(({ id, role, createdAt, title, originalLocale, slug: at, ...names }) => ({
    id,
    role,
    createdAt,
    slug: at,
    title,
    originalLocale,
    invitedBy: shownIfPresent(names, locale),
  }));
}
