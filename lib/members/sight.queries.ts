import "server-only";
import { and, eq, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isShown, onlyIf } from "@/db/columns";
import type { PageVisibility } from "@/db/enums";
import { fixed } from "@/db/fixed";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isPresent } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { isContactOf } from "./contacts.queries";
import { isInDirectory } from "./listed.queries";
import { DEFAULT_VISIBILITY, type MemberField, type Sight, sightOf } from "./policy";

/**
 * Whose page, and so whose name, a viewer reaches: members who are there and stand in the directory for viewers who may
 * read, oneself always, everybody for the club team. Needs `members` and `accounts` joined.
 */
export function isReachable(viewer: Viewer): SQL | undefined {
  const own = eq(members.accountId, viewer.accountId);
  if (!mayRead(viewer)) return own;
  return isStaff(viewer) ? undefined : or(own, and(isPresent(), isInDirectory));
}

/** A sight that was told, once a row, whether the row's member is a contact (`contactTo`). */
type ToldSight = Sight & { isContact?: SQLWrapper };

/** In words of the statement, not parameters: a list asks for so many that to bind them would take longer than to read. */
const word = (text: string) => sql.raw(`'${text}'`);

/** Those of each field and sight, written once: the sights are few, whoever looks. */
const levelConditions = new Map<string, ReturnType<typeof levelCondition>>();

function levelCondition(field: MemberField, levels: Sight["levels"]) {
  const level = sql`coalesce(${members.visibility} ->> ${word(field)}, ${word(DEFAULT_VISIBILITY[field])})`;
  const isOpen = sql`${level} in (${sql.join(levels.map(word), sql`, `)})`;
  return {
    forAll: fixed<[]>(() => isOpen),
    forReader: fixed<[string]>((reader) => sql`(${members.accountId} = ${reader} or ${isOpen})`),
    forContact: fixed<[string, SQL]>(
      (reader, isContact) =>
        sql`(${members.accountId} = ${reader} or ${isOpen} or (${level} = 'contacts' and ${isContact}))`,
    ),
  };
}

/** Whether this sight sees a field of the row, as a condition. */
export function isSeen(sight: ToldSight, field: MemberField): SQL {
  const { accountId, levels, contactOf } = sight;
  const key = `${field} ${levels}`;
  const condition = levelConditions.get(key) ?? levelCondition(field, levels);
  levelConditions.set(key, condition);
  if (!accountId) return condition.forAll();
  if (!contactOf) return condition.forReader(accountId);
  return condition.forContact(accountId, sql`${sight.isContact ?? isContactOf(contactOf)}`);
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
export function mainOrganisation<Column extends PgColumn>(sight: ToldSight, column: Column) {
  const told = sql`(
    select ${seenOrganisation(sight, column)} from ${affiliations}
    join ${organisations} on ${organisations.id} = ${affiliations.organisationId}
    where ${affiliations.memberId} = ${members.id} and ${affiliations.isMain})`;
  return told.mapWith(column) as SQL<Column["_"]["data"] | null>;
}

/**
 * A person's name (`NameParts`) and face as far as they show them to the viewer; none where not `isNamed`, and by a profile that
 * was taken down. Join members and accounts.
 */
export function nameColumns(viewer: Viewer, isNamed: SQL<boolean> = isProfileShown(viewer)) {
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
