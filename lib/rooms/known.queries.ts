import "server-only";
import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { isActing, isPresent } from "@/db/standing";
import type { Read } from "@/db/together";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isContactOf } from "@/lib/members/contacts.queries";
import { isInDirectory } from "@/lib/members/listed.queries";
import { shownName } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { isProfileShown, isSeen, nameColumns } from "@/lib/members/sight.queries";
import { isInRoom, isLedBy } from "./queries";

/** The most that a list to choose from holds. */
const MOST_KNOWN = 60;

/**
 * Whom a lead may invite without typing a name: their accepted contacts, and who says to belong to one of their
 * organisations; by name, those apart who are in the room or were invited. Nobody for who does not lead it.
 */
export async function listKnown(
  viewer: Viewer,
  roomId: string,
  locale: Locale,
  read: Read = query,
) {
  if (!isReadingMember(viewer)) return [];
  const { memberId } = viewer;
  // One list of keys: of conditions joined by `or` neither leads to its rows.
  const isNear = sql`${members.id} in (select unnest(contacts_of(${memberId}::uuid))
    union select theirs.member_id from affiliations theirs
    join affiliations own on own.organisation_id = theirs.organisation_id and own.member_id = ${memberId})`;
  const isAsked = sql`exists (select from room_people there where there.room_id = ${rooms.id}
      and there.member_id = ${members.id} and there.removed_at is null)
    or exists (select from room_invitations sent where sent.room_id = ${rooms.id}
      and sent.member_id = ${members.id} and sent.state = 'open')`;
  const rows = await read((db) =>
    db
      .select({ slug: members.slug, ...nameColumns(viewer) })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .innerJoin(rooms, and(eq(rooms.id, roomId), isLedBy(viewer)))
      .where(
        and(
          isNear,
          ne(members.id, memberId),
          isActing(),
          isInDirectory,
          isProfileShown(viewer),
          or(isContactOf(memberId), isSeen(sightOf(viewer), "organisation")),
          sql`not (${isAsked})`,
        ),
      )
      .orderBy(asc(members.familyName), asc(members.givenName), asc(members.id))
      .limit(MOST_KNOWN),
  );
  return rows.map(({ slug, ...names }) => ({ value: slug, label: shownName(names, locale).text }));
}

/** The languages in which the others of a room have written their profiles; none for who is not in it. */
export async function listOthersLanguages(viewer: Viewer, roomId: string): Promise<Locale[]> {
  const rows = await query((db) =>
    db
      .selectDistinct({ locale: members.originalLocale })
      .from(roomPeople)
      .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
      .innerJoin(members, eq(members.id, roomPeople.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(rooms.id, roomId),
          isNull(roomPeople.removedAt),
          ne(members.accountId, viewer.accountId),
          isPresent(),
          isInRoom(viewer),
        ),
      ),
  );
  return rows.map(({ locale }) => locale);
}
