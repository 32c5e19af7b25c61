import "server-only";
import { and, arrayOverlaps, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { memberContacts, members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { personName } from "@/lib/members/person-name";
import { type ContactField, sightOf } from "@/lib/members/policy";
import { isSeen, nameColumns } from "@/lib/members/sight.queries";
import { searchWords } from "@/lib/search/search-words";
import { listDecisions, type RelatedDecision } from "./related.queries";

export type KnownPerson = {
  accountId: string;
  name: string;
  locale: Locale;
  status: MembershipStatus;
  memberSlug: string | null;
};

/** By what somebody of the club is the applicant: what they show to the club team, or an application of theirs. */
const PERSON_RELATIONS = ["address", "person", "phone", "wechat", "application"] as const;
type PersonRelation = (typeof PERSON_RELATIONS)[number];

/** With what was decided on their account, newest first. */
export type RelatedPerson = KnownPerson & {
  relations: PersonRelation[];
  decisions: RelatedDecision[];
};

type Compared = { id: string; email: string; accountId: string | null; matchKeys: string[] };

const MOST = 10;

/**
 * Who of the club has the address, the name (in any order and script), the telephone or the WeChat id of an applicant,
 * or was made a member by such an application; not the account this application opened. Empty for anybody but the club
 * team, which finds nobody by what they hide from it.
 */
export async function listKnownPeople(
  viewer: Viewer,
  application: Compared,
  locale: Locale,
): Promise<RelatedPerson[]> {
  if (!isStaff(viewer)) return [];
  const { accountId } = application;
  const relations = relationsTo(viewer, application);
  const where = and(
    or(...Object.values(relations)),
    accountId ? ne(accounts.id, accountId) : undefined,
  );
  const rows = await readRows(viewer, where, relations, MOST);
  const ids = rows.map((row) => row.accountId);
  const decided = await listDecisions(viewer, "account", ids, locale);
  return rows.map(({ name, found, ...row }) => ({
    ...row,
    name: personName(name, locale),
    relations: PERSON_RELATIONS.filter((relation) => found[relation]),
    decisions: decided.filter(({ subjectId }) => subjectId === row.accountId),
  }));
}

type Relations = Record<PersonRelation, SQL<boolean>>;

function relationsTo(viewer: Viewer, { id, email, matchKeys }: Compared): Relations {
  const keysOf = (kind: string) =>
    matchKeys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
  const shows = (field: ContactField, value: SQL, keys: string[]) =>
    isOneOf(keys.map((key) => sql`(${isSeen(sightOf(viewer), field)} and ${value} = ${key})`));
  const digits = sql`regexp_replace(${memberContacts.phone}, '[^+0-9]', '', 'g')`;
  // Names with spaces are those in the order of the alphabet, which no member is searched by.
  const names = keysOf("person").filter((key) => !key.includes(" "));
  const personal = matchKeys.filter((key) => /^(person|phone|wechat):/.test(key));
  const isTheirs = or(eq(applications.email, email), isAmong(personal));
  return {
    address: sql<boolean>`(${isAt(viewer, email)})`,
    person: isOneOf(names.map((name) => isCalled(`% ${name} %`))),
    phone: shows("phone", digits, keysOf("phone")),
    wechat: shows("wechat", sql`lower(${memberContacts.wechat})`, keysOf("wechat")),
    application: sql<boolean>`exists (select from ${applications}
      where ${applications.accountId} = ${accounts.id} and ${applications.id} <> ${id} and ${isTheirs})`,
  };
}

const isAmong = (keys: string[]) =>
  keys.length > 0 ? arrayOverlaps(applications.matchKeys, keys) : undefined;

const isOneOf = (conditions: SQL[]) =>
  sql<boolean>`coalesce(${or(...conditions) ?? sql`false`}, false)`;

/** By the names that members or the club team may see, never by a hidden one: it is in neither line. */
const isCalled = (pattern: string) =>
  sql`(${members.searchNames} like ${pattern} or ${members.searchTeam} like ${pattern})`;

function isAt(viewer: Viewer, email: string): SQL {
  const isShown = and(
    isSeen(sightOf(viewer), "email"),
    eq(sql`lower(${memberContacts.email})`, email),
  );
  return sql`coalesce(${or(eq(accounts.email, email), isShown)}, false)`;
}

/**
 * Who of the club has an address: as the one they sign in with, or as a contact they show to the club team.
 * Empty for anybody but the club team.
 */
export function listPeopleAt(viewer: Viewer, email: string, locale: Locale) {
  return readPeople(viewer, isAt(viewer, email), locale);
}

/** Members who may be the sponsor named by an applicant: by address, or by all words of the name. At most five. */
export function listSponsors(viewer: Viewer, sponsor: string, locale: Locale) {
  const words = searchWords(sponsor);
  const isNamed = words.map((word) => sql`${members.searchNames} like ${`% ${word} %`}`);
  const isSponsor = sponsor.includes("@")
    ? eq(accounts.email, sponsor.trim().toLowerCase())
    : and(isNotNull(members.id), ...isNamed);
  if (words.length === 0) return Promise.resolve([]);
  return readPeople(viewer, and(isActing(), isSponsor), locale);
}

async function readPeople(
  viewer: Viewer,
  where: SQL | undefined,
  locale: Locale,
): Promise<KnownPerson[]> {
  if (!isStaff(viewer)) return [];
  const rows = await readRows(viewer, where, {}, 5);
  return rows.map(({ name, found: _, ...row }) => ({ ...row, name: personName(name, locale) }));
}

function readRows<Found extends Partial<Relations>>(
  viewer: Viewer,
  where: SQL | undefined,
  found: Found,
  most: number,
) {
  return query((db) =>
    db
      .select({
        accountId: accounts.id,
        locale: accounts.locale,
        status: accounts.status,
        memberSlug: members.slug,
        name: nameColumns(viewer),
        found,
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .where(where)
      .orderBy(members.sortLatin)
      .limit(most),
  );
}
