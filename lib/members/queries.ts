import "server-only";
import { and, eq, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { isHidden, isShown, onlyIf } from "@/db/columns";
import type { MembershipStatus, NameOrder, PageVisibility } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { StoredText } from "@/db/stored";
import type { Read } from "@/db/together";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { noteReading } from "../core/events/note-reading";
import { isContactOf } from "./contacts.queries";
import { isInDirectory } from "./listed.queries";
import {
  type ContactField,
  DEFAULT_VISIBILITY,
  type MemberField,
  type Sight,
  sightOf,
  type ViewAs,
} from "./policy";

export type MemberPage = {
  id: string;
  slug: string;
  isOwn: boolean;
  status: MembershipStatus;
  /** Agreed to stand in the directory; else only they themselves and the club team read this page. */
  isListed: boolean;
  /** Taken down by the club team: the same two read it. */
  isHidden: boolean;
  /** Null only in the preview of what visitors see. */
  names: { familyName: string; givenName: string; nameOrder: NameOrder } | null;
  nameZh: string | null;
  /** The key of their portrait, see `portraitFace`. */
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

export type OwnProfile = NonNullable<Awaited<ReturnType<typeof getOwnProfile>>>;

/** The viewer's own profile with everything in it, for its form and the dashboard; null without a profile. */
export async function getOwnProfile(viewer: Viewer, read: Read = query) {
  const sight = sightOf(viewer);
  const [row] = await read((db) =>
    db
      .select({
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
        visibility: members.visibility,
        stale: members.stale,
        portrait: members.portraitId,
        organisation: mainOrganisation(sight, organisations.name),
        organisationCountry: mainOrganisation(sight, organisations.country),
        email: memberContacts.email,
        phone: memberContacts.phone,
        wechat: memberContacts.wechat,
      })
      .from(members)
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .where(eq(members.accountId, viewer.accountId)),
  );
  return row ?? null;
}

/** Since when the viewer has not read the news of the club; a newcomer sees those of the last month. */
export async function getNewsSince(
  viewer: Viewer,
  now = new Date(),
  read: Read = query,
): Promise<Date> {
  const [row] = await read((db) =>
    db
      .select({ seen: accounts.lastSeenAt })
      .from(accounts)
      .where(eq(accounts.id, viewer.accountId)),
  );
  return row?.seen ?? new Date(now.getTime() - 30 * 86_400_000);
}

/**
 * Whose page, and so whose name, a viewer reaches: active members who stand in the directory for active viewers,
 * oneself always, everybody for the club team. Needs `members` and `accounts` joined.
 */
export function isReachable(viewer: Viewer): SQL | undefined {
  const own = eq(members.accountId, viewer.accountId);
  if (viewer.status !== "active") return own;
  return isStaff(viewer) ? undefined : or(own, and(eq(accounts.status, "active"), isInDirectory));
}

/** A sight that was told, once a row, whether the row's member is a contact (`contactTo`). */
type ToldSight = Sight & { isContact?: SQLWrapper };

/** In words of the statement, not parameters: a list asks for so many that to bind them would take longer than to read. */
const word = (text: string) => sql.raw(`'${text}'`);

/** Whether this sight sees a field of the row, as a condition. */
export function isSeen(sight: ToldSight, field: MemberField): SQL {
  const { accountId, levels, contactOf } = sight;
  const level = sql`coalesce(${members.visibility} ->> ${word(field)}, ${word(DEFAULT_VISIBILITY[field])})`;
  const isOpen = sql`${level} in (${sql.join(levels.map(word), sql`, `)})`;
  if (!accountId) return isOpen;
  const isShared = contactOf
    ? sql`or (${level} = 'contacts' and ${sight.isContact ?? isContactOf(contactOf)})`
    : sql``;
  return sql`(${members.accountId} = ${accountId} or ${isOpen} ${isShared})`;
}

/** A column as this sight sees it: null when it is hidden. */
export function seen<Column extends PgColumn>(
  sight: ToldSight,
  field: MemberField,
  column: Column,
) {
  return onlyIf(isSeen(sight, field), column);
}

/** Whether this sight sees the row's organisation: by its own level, or as one of its people. */
export function isOrganisationOpen(sight: Sight): SQL {
  const isOpen = inArray(organisations.visibility, sight.levels as PageVisibility[]);
  const isSeen = sight.accountId ? sql`(${isOpen} or ${belongsTo(sight.accountId)})` : isOpen;
  return sql`(${isSeen} and ${isOrganisationShown(sight)})`;
}

/** One that was taken down is left to its managers and the club team. Needs `organisations` in the query. */
export function isOrganisationShown({ accountId, levels }: Sight): SQL {
  if (levels.includes("team")) return sql`true`;
  const isManager = accountId ? belongsTo(accountId, sql`and own.role = 'manager'`) : sql`false`;
  return sql`("organisations"."hidden_at" is null or ${isManager})`;
}

/** Among the selected columns of one table Drizzle leaves the table's name out, which a subquery then misses. */
const belongsTo = (accountId: string, inRole = sql``) => sql`exists (
  select 1 from ${affiliations} own join ${members} me on me.id = own.member_id
  where own.organisation_id = "organisations"."id" and me.account_id = ${accountId} ${inRole})`;

/**
 * A column of the member's main organisation as this sight sees it: null when the member hides where they belong, or
 * the organisation itself is hidden. Needs `members` and `organisations` in the query.
 */
export function seenOrganisation<Column extends PgColumn>(sight: ToldSight, column: Column) {
  return onlyIf(and(isSeen(sight, "organisation"), isOrganisationOpen(sight)), column);
}

/** The same where only `members` is in the query. */
function mainOrganisation<Column extends PgColumn>(sight: ToldSight, column: Column) {
  const told = sql`(
    select ${seenOrganisation(sight, column)} from ${affiliations}
    join ${organisations} on ${organisations.id} = ${affiliations.organisationId}
    where ${affiliations.memberId} = ${members.id} and ${affiliations.isMain})`;
  return told.mapWith(column) as SQL<Column["_"]["data"] | null>;
}

/** A person's name (`NameParts`) and face as far as they show them to the viewer; none by a profile that was taken down. Join members and accounts. */
export function nameColumns(viewer: Viewer) {
  const isNamed = isProfileShown(viewer);
  const nameZh = seen(sightOf(viewer), "nameZh", members.nameZh);
  return {
    familyName: sql<string>`case when ${isNamed} then ${members.familyName} else '' end`,
    givenName: sql<string>`case when ${isNamed} then ${members.givenName} else '' end`,
    nameOrder: members.nameOrder,
    nameZh: sql<string | null>`case when ${isNamed} then ${nameZh} end`,
    portrait: portraitColumn(viewer),
    displayName: accounts.displayName,
    isUnnamed: sql<boolean>`not ${isNamed}`,
  };
}

/** The key of a person's portrait where their page is within reach and they show it; else null. Join members and accounts. */
export function portraitColumn(viewer: Viewer) {
  const isShown = and(
    sql`${members.portraitId} is not null`,
    isReachable(viewer),
    isSeen(sightOf(viewer), "portrait"),
  );
  return onlyIf(isShown, members.portraitId);
}

/** Whether the row's profile was not taken down; oneself and the club team read it all the same. Needs `members`. */
export function isProfileShown(viewer: Viewer): SQL<boolean> {
  const { accountId } = viewer;
  if (isStaff(viewer)) return sql<boolean>`true`;
  return sql<boolean>`(${isShown(members)} or ${members.accountId} = ${accountId})`;
}

/** The address of the row's page; empty by a profile that was taken down, since it is made of the name. */
export const slugColumn = (viewer: Viewer) =>
  sql<string>`case when ${isProfileShown(viewer)} then ${members.slug} else '' end`;

/** What lists and pages show of a member, as this sight sees it. */
export function memberColumns(sight: ToldSight) {
  return {
    slug: members.slug,
    familyName: members.familyName,
    givenName: members.givenName,
    nameOrder: members.nameOrder,
    originalLocale: members.originalLocale,
    nameZh: seen(sight, "nameZh", members.nameZh),
    portrait: seen(sight, "portrait", members.portraitId),
    jobTitle: seen(sight, "jobTitle", members.jobTitle),
    languages: seen(sight, "languages", members.languages),
    sectors: seen(sight, "sectors", members.sectors),
    cities: seen(sight, "cities", members.cities),
    organisation: mainOrganisation(sight, organisations.name),
  };
}
