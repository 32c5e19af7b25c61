import "server-only";
import { and, desc, eq, isNull, like, type SQL, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { memberContacts, members } from "@/db/schema/members";
import { roomInvitations, rooms } from "@/db/schema/rooms";
import { isActing } from "@/db/standing";
import type { Read } from "@/db/together";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { email } from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import { toldTitle } from "@/lib/entries/sight.queries";
import { isInDirectory } from "@/lib/members/listed.queries";
import { shownName } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { isSeen, nameColumns } from "@/lib/members/sight.queries";
import { searchPatterns, searchWords } from "@/lib/search/search-words";
import { isLedBy } from "./queries";

/**
 * The active member of the directory meant by what a lead typed: an e-mail that they show the lead, the address or slug
 * of a page, or a full name in either script and order. Throws `memberUnknown`, `memberAmbiguous` on `person`.
 */
export async function findInvitee(tx: Transaction, viewer: Viewer, typed: string): Promise<string> {
  const address = email.safeParse(typed);
  const isShown = isSeen(sightOf(viewer), "email");
  const slug = /(?:^|\/members\/)([a-z0-9-]{1,120})\/?$/.exec(typed)?.[1];
  const [bySlug] = slug ? await findMembers(tx, viewer, eq(members.slug, slug)) : [];
  if (bySlug) return bySlug.memberId;
  const found = address.success
    ? await findMembers(
        tx,
        viewer,
        and(isShown, eq(sql`lower(${memberContacts.email})`, address.data)),
      )
    : await findByName(tx, viewer, typed);
  if (found.length === 1 && found[0]) return found[0].memberId;
  const code = found.length > 1 ? "memberAmbiguous" : "memberUnknown";
  throw new AppError(code, { field: "person" });
}

/** Only the whole name counts: half of one might be somebody else's. */
async function findByName(tx: Transaction, viewer: Viewer, typed: string) {
  const wanted = joined(typed);
  const patterns = searchPatterns(typed);
  if (wanted === "" || patterns.length === 0) return [];
  const isSimilar = and(...patterns.map((one) => like(members.searchNames, one)));
  const found = await findMembers(tx, viewer, isSimilar);
  return found.filter(({ familyName, givenName, nameZh }) =>
    [`${familyName} ${givenName}`, `${givenName} ${familyName}`, nameZh ?? ""].some(
      (name) => joined(name) === wanted,
    ),
  );
}

const joined = (name: string) => searchWords(name).join("");

function findMembers(tx: Transaction, viewer: Viewer, condition: SQL | undefined) {
  return tx
    .select({ memberId: members.id, ...nameColumns(viewer) })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .where(and(condition, isActing(), isInDirectory))
    .limit(50);
}

export type OpenRoomInvitation = Awaited<ReturnType<typeof listOpenRoomInvitations>>[number];

/** The invitations of a room that still wait for an answer, newest first; for its leads alone. */
export async function listOpenRoomInvitations(viewer: Viewer, roomId: string, locale: Locale) {
  const rows = await query((db) =>
    db
      .select({
        id: roomInvitations.id,
        role: roomInvitations.role,
        createdAt: roomInvitations.createdAt,
        ...nameColumns(viewer),
      })
      .from(roomInvitations)
      .innerJoin(rooms, eq(rooms.id, roomInvitations.roomId))
      .innerJoin(members, eq(members.id, roomInvitations.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(rooms.id, roomId), eq(roomInvitations.state, "open"), isLedBy(viewer)))
      .orderBy(desc(roomInvitations.createdAt)),
  );
  return rows.map(({ id, role, createdAt, ...names }) => ({
    id,
    role,
    createdAt,
    name: shownName(names, locale),
  }));
}

export type OwnRoomInvitation = Awaited<ReturnType<typeof listOwnRoomInvitations>>[number];

/** The open invitations to the viewer, newest first, with the project and who invites; `slug` asks for one project's. */
export async function listOwnRoomInvitations(
  viewer: Viewer,
  locale: Locale,
  slug?: string,
  read: Read = query,
) {
  if (!isReadingMember(viewer) || (slug !== undefined && !isSlug(slug))) return [];
  const rows = await read((db) =>
    db
      .select({
        id: roomInvitations.id,
        role: roomInvitations.role,
        createdAt: roomInvitations.createdAt,
        slug: entries.slug,
        title: toldTitle(viewer.memberId),
        originalLocale: entries.originalLocale,
        ...nameColumns(viewer),
      })
      .from(roomInvitations)
      .innerJoin(rooms, eq(rooms.id, roomInvitations.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .innerJoin(members, eq(members.id, roomInvitations.invitedBy))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(roomInvitations.memberId, viewer.memberId),
          eq(roomInvitations.state, "open"),
          isNull(rooms.closedAt),
          slug === undefined ? undefined : eq(entries.slug, slug),
        ),
      )
      .orderBy(desc(roomInvitations.createdAt)),
  );
  return rows.map(({ id, role, createdAt, title, originalLocale, slug: at, ...names }) => ({
    id,
    role,
    createdAt,
    slug: at,
    title,
    originalLocale,
    invitedBy: shownName(names, locale),
  }));
}
