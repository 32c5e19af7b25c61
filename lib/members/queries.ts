import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { hasBlocked } from "@/db/blocked";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { MembershipStatus, NameOrder } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { StoredText } from "@/db/stored";
import type { Read } from "@/db/together";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { DAY_MS } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { noteReading } from "../core/events/note-reading";
import { isInDirectory } from "./listed.queries";
import { type ContactField, sightOf, type ViewAs } from "./policy";
import { isReachable, mainOrganisation, memberColumns, seen } from "./sight.queries";

export type MemberPage = {
  id: string;
  slug: string;
  isOwn: boolean;
  status: MembershipStatus;
  /** Agreed to stand in the directory; else only they themselves and the club team read this page. */
  isListed: boolean;
  /** Taken down by the club team: the same two read it. */
  isHidden: boolean;
  /** The viewer has blocked them. */
  isBlocked: boolean;
  /** Null only in the preview of what visitors see. */
  names: { familyName: string; givenName: string; nameOrder: NameOrder } | null;
  nameZh: string | null;
  /** The key of their portrait, see `faceOf`. */
  portrait: string | null;
  originalLocale: Locale;
  jobTitle: StoredText | null;
  bio: StoredText | null;
  offers: StoredText | null;
  needs: StoredText | null;
  languages: string[] | null;
  sectors: string[] | null;
  cities: string[] | null;
  organisation: StoredText | null;
  /** Translations that are older than their original, by field. */
  stale: Record<string, string[]>;
  clubFunction: string | null;
  joinedOn: string | null;
};

/**
 * One member's page, or null: active members who stand in the directory are seen by active accounts, others by
 * themselves and the club team.
 * Hidden fields are null. `as` previews one's own page through other eyes and is ignored on anybody else's.
 */
export async function getMember(
  viewer: Viewer,
  slug: string,
  as?: ViewAs,
): Promise<MemberPage | null> {
  const isOwn = viewer.memberSlug === slug;
  const sight = sightOf(viewer, isOwn ? as : undefined);
  const [row] = await query((db) =>
    db
      .select({
        ...memberColumns(sight),
        id: members.id,
        status: accounts.status,
        isListed: isInDirectory,
        isHidden: isHidden(members),
        isBlocked: hasBlocked(sql`${viewer.memberId}::uuid`, members.id),
        stale: members.stale,
        clubFunction: members.clubFunction,
        joinedOn: members.joinedOn,
        bio: seen(sight, "bio", members.bio),
        offers: seen(sight, "offers", members.offers),
        needs: seen(sight, "needs", members.needs),
      })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(members.slug, slug), isReachable(viewer))),
  );
  if (!row) return null;
  const { familyName, givenName, nameOrder, ...rest } = row;
  const forMembers = <T>(value: T) => (isOwn && as === "public" ? null : value);
  return {
    ...rest,
    isOwn,
    names: forMembers({ familyName, givenName, nameOrder }),
    clubFunction: forMembers(row.clubFunction),
    joinedOn: forMembers(row.joinedOn),
  };
}

export type Contacts = Record<ContactField, string | null>;

/** The contact data of a member that the viewer may see, the rest null; null when the member is out of reach. */
export async function getMemberContacts(
  viewer: Viewer,
  memberId: string,
  as?: ViewAs,
): Promise<Contacts | null> {
  const sight = sightOf(viewer, viewer.memberId === memberId ? as : undefined);
  const [row] = await query((db) =>
    db
      .select({
        email: seen(sight, "email", memberContacts.email),
        phone: seen(sight, "phone", memberContacts.phone),
        wechat: seen(sight, "wechat", memberContacts.wechat),
      })
      .from(memberContacts)
      .innerJoin(members, eq(members.id, memberContacts.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(members.id, memberId), isReachable(viewer))),
  );
  if (!row) return null;
  // The club team reads what is closed to other members.
  if (isStaff(viewer) && viewer.memberId !== memberId) {
    noteReading(viewer, { name: "dossier.read", subjectType: "member", subjectId: memberId });
  }
  return row;
}

/** What the profile form asks for, contacts and all, as its owner reads it. Join `memberContacts` from the left. */
export const profileColumns = {
  slug: members.slug,
  version: members.version,
  familyName: members.familyName,
  givenName: members.givenName,
  nameOrder: members.nameOrder,
  nameZh: members.nameZh,
  originalLocale: members.originalLocale,
  jobTitle: members.jobTitle,
  bio: members.bio,
  offers: members.offers,
  needs: members.needs,
  languages: members.languages,
  sectors: members.sectors,
  cities: members.cities,
  translates: members.translates,
  visibility: members.visibility,
  stale: members.stale,
  email: memberContacts.email,
  phone: memberContacts.phone,
  wechat: memberContacts.wechat,
};

export type OwnProfile = NonNullable<Awaited<ReturnType<typeof getOwnProfile>>>;

/** The viewer's own profile with everything in it, for its form and the dashboard; null without a profile. */
export async function getOwnProfile(viewer: Viewer, read: Read = query) {
  const sight = sightOf(viewer);
  const [row] = await read((db) =>
    db
      .select({
        ...profileColumns,
        portrait: members.portraitId,
        confirmedOn: members.confirmedOn,
        organisation: mainOrganisation(sight, organisations.name),
        organisationCountry: mainOrganisation(sight, organisations.country),
      })
      .from(members)
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .where(eq(members.accountId, viewer.accountId)),
  );
  return row ?? null;
}

/**
 * Since when the viewer has not read the news of the club, and until when they can now (`readAt`); a newcomer sees those of
 * the last month.
 */
export async function getNewsSince(
  viewer: Viewer,
  read: Read = query,
): Promise<{ since: Date; readAt: Date }> {
  const [row] = await read((db) =>
    db
      .select({
        seen: accounts.lastSeenAt,
        readAt: sql<Date>`now()`.mapWith(accounts.lastSeenAt),
      })
      .from(accounts)
      .where(eq(accounts.id, viewer.accountId)),
  );
  const readAt = row?.readAt ?? new Date();
  return { since: row?.seen ?? new Date(readAt.getTime() - 30 * DAY_MS), readAt };
}
