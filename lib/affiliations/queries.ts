import "server-only";
import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations, organisationInvitations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { ACTING, isPresent } from "@/db/standing";
import type { StoredText } from "@/db/stored";
import { mayAct, mayRead } from "@/lib/core/auth/standing";
import { hashToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { isInDirectory } from "@/lib/members/listed.queries";
import { type ShownName, shownName } from "@/lib/members/member-card";
import { sightOf, type ViewAs } from "@/lib/members/policy";
import {
  isOrganisationOpen,
  isProfileShown,
  isReachable,
  isSeen,
  portraitColumn,
  seen,
} from "@/lib/members/sight.queries";
import { isInSight } from "@/lib/organisations/queries";

/** A person of an organisation as the viewer may see them. */
export type Person = {
  memberId: string;
  slug: string;
  name: ShownName;
  role: AffiliationRole;
  /** What they do there, else their job title. */
  position: PickedText | null;
  isSelf: boolean;
  /** Whether the viewer reaches the member's own page. */
  hasPage: boolean;
  /** Other members do not see them among the people: only themselves and the managers. */
  isHidden: boolean;
};

/** Most people of one organisation that are listed. */
const MOST_PEOPLE = 200;

/**
 * The people of an organisation who are there, 200 at most, managers first, then by name. Other members' people are those who show where
 * they belong and are in the directory; managers see everybody of their own organisation. Visitors see nobody, and
 * nobody sees the people of an organisation out of their sight.
 */
export async function listPeople(
  viewer: Viewer | null,
  organisationId: string,
  locale: Locale,
): Promise<Person[]> {
  if (!mayRead(viewer)) return [];
  const sight = sightOf(viewer);
  const isShown = and(isSeen(sight, "organisation"), isReachable(viewer)) as SQL;
  const isOpenToMembers = sql<boolean>`(${and(
    isSeen({ accountId: null, levels: ["public", "members"] }, "organisation"),
    isInDirectory,
  )})`;
  const rows = await query((db) =>
    db
      .select({
        memberId: members.id,
        slug: members.slug,
        familyName: members.familyName,
        givenName: members.givenName,
        nameOrder: members.nameOrder,
        nameZh: seen(sight, "nameZh", members.nameZh),
        portrait: portraitColumn(viewer),
        jobTitle: seen(sight, "jobTitle", members.jobTitle),
        originalLocale: members.originalLocale,
        position: affiliations.position,
        role: affiliations.role,
        isOpenToMembers,
        hasPage: hasPage(viewer),
      })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .innerJoin(members, eq(members.id, affiliations.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(affiliations.organisationId, organisationId),
          isPresent(),
          isInSight(viewer),
          or(isShown, manages(viewer)),
          isProfileShown(viewer),
        ),
      )
      .orderBy(desc(sql`${affiliations.role} = 'manager'`), ...byName(locale))
      .limit(MOST_PEOPLE),
  );
  return rows.map(({ memberId, slug, role, position, jobTitle, originalLocale, ...row }) => ({
    memberId,
    slug,
    role,
    name: shownName(row, locale),
    position:
      pickText(position, locale, originalLocale) ?? pickText(jobTitle, locale, originalLocale),
    isSelf: memberId === viewer.memberId,
    hasPage: row.hasPage,
    isHidden: !row.isOpenToMembers,
  }));
}

/** An organisation a member belongs to, as the viewer may see it. */
export type Affiliation = {
  organisationId: string;
  slug: string;
  name: PickedText;
  kind: string;
  place: string | null;
  isMain: boolean;
  role: AffiliationRole;
  position: PickedText | null;
};

/**
 * The organisations of a member, the main one first: none when the member hides them from the viewer or is out of
 * reach, and only those that are open to the viewer's levels or their own. `as` previews one's own page through other
 * eyes and is ignored on anybody else's.
 */
export async function listAffiliations(
  viewer: Viewer,
  memberId: string,
  locale: Locale,
  as?: ViewAs,
): Promise<Affiliation[]> {
  // Anybody may type `?as=team` on somebody else's page.
  const eyes = viewer.memberId === memberId ? as : undefined;
  const sight = sightOf(viewer, eyes);
  const rows = await query((db) =>
    db
      .select({
        organisationId: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        originalLocale: organisations.originalLocale,
        kind: organisations.kind,
        place: organisations.place,
        isMain: affiliations.isMain,
        role: affiliations.role,
        position: affiliations.position,
        writtenIn: members.originalLocale,
      })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .innerJoin(members, eq(members.id, affiliations.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(members.id, memberId),
          isReachable(viewer),
          isSeen(sight, "organisation"),
          isOrganisationOpen(sight),
        ),
      )
      .orderBy(desc(affiliations.isMain), asc(affiliations.createdAt), asc(organisations.slug)),
  );
  return rows.map(({ name, originalLocale, position, writtenIn, ...row }) => ({
    ...row,
    name: calledIn({ name, originalLocale, slug: row.slug }, locale),
    position: pickText(position, locale, writtenIn),
  }));
}

/**
 * What an open invitation says to whoever holds its link: which organisation (in the reader's language, else
 * the invitation's), whom, and in which language they were written to. Null for a link that is unknown, answered, too
 * old, or of somebody who no longer manages the organisation.
 */
export async function findInvitation(
  token: string,
  reader?: Locale,
): Promise<{
  organisationId: string;
  organisationName: string;
  email: string;
  locale: Locale;
  role: AffiliationRole;
} | null> {
  const [row] = await query((db) =>
    db
      .select({
        organisationId: organisations.id,
        name: organisations.name,
        originalLocale: organisations.originalLocale,
        email: organisationInvitations.email,
        locale: organisationInvitations.locale,
        role: organisationInvitations.role,
      })
      .from(organisationInvitations)
      .innerJoin(organisations, eq(organisations.id, organisationInvitations.organisationId))
      .where(and(eq(organisationInvitations.tokenHash, hashToken(token)), isInvitationStanding)),
  );
  if (!row) return null;
  const { name, originalLocale, ...rest } = row;
  return {
    ...rest,
    organisationName: pickText(name, reader ?? row.locale, originalLocale)?.text ?? "",
  };
}

/** The reader's language, else the original, else the address: an organisation always has something to be called by. */
export function calledIn(
  { name, originalLocale, slug }: { name: StoredText; originalLocale: Locale; slug: string },
  locale: Locale,
): PickedText {
  return pickText(name, locale, originalLocale) ?? { text: slug, lang: locale, isFallback: false };
}

/** Whether the viewer belongs to the row's organisation, in that role where one is given. Needs `organisations` in the query. */
export function belongs(viewer: Viewer, role?: AffiliationRole): SQL {
  const isRole = role ? sql`and own.role = ${role}` : sql``;
  return sql`exists (select 1 from ${affiliations} own where own.organisation_id = ${organisations.id}
    and own.member_id = ${viewer.memberId} ${isRole})`;
}

const { organisationId, invitedBy, state, expiresAt } = organisationInvitations;

/** Invitations that can be answered, as `isStanding` says. Needs `organisation_invitations` in the query. */
export const isInvitationStanding = sql`(${state} = 'open' and ${expiresAt} > now() and exists (
  select 1 from ${affiliations} as sender
    join ${members} as sending on sending.id = sender.member_id
    join ${accounts} as account on account.id = sending.account_id
  where sender.organisation_id = ${organisationId} and sender.member_id = ${invitedBy}
    and sender.role = 'manager' and account.status ${ACTING})
  and not exists (select 1 from organisations taken_down
    where taken_down.id = ${organisationId} and taken_down.hidden_at is not null))`;

/** Whether the viewer reaches the page of the row's member. Needs `members` and `accounts` in the query. */
export const hasPage = (viewer: Viewer) => sql<boolean>`(${isReachable(viewer) ?? sql`true`})`;

/** Whether the viewer manages the row's organisation. Needs `organisations` in the query. */
export const manages = (viewer: Viewer): SQL =>
  mayAct(viewer) ? belongs(viewer, "manager") : sql`false`;

/** Pinyin order in Chinese, by family name otherwise. */
function byName(locale: Locale): SQL[] {
  return locale === "zh"
    ? [sql`${members.sortPinyin} collate "zh-x-icu"`, sql`${members.slug}`]
    : [sql`${members.sortLatin} collate "fr-x-icu"`, sql`${members.slug}`];
}
