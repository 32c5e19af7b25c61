import "server-only";
import { and, asc, count, eq, not, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { RequestKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests, affiliations } from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { ACTING, isActing } from "@/db/standing";
import type { Read } from "@/db/together";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { type ShownName, shownName } from "@/lib/members/member-card";
import { personName } from "@/lib/members/person-name";
import { sightOf } from "@/lib/members/policy";
import { isProfileShown, nameColumns, seen, slugColumn } from "@/lib/members/sight.queries";
import { calledIn, hasPage, manages } from "./queries";

/** A request that waits, with who asks as far as the viewer sees them. */
export type OpenRequest = {
  id: string;
  kind: RequestKind;
  words: string;
  createdAt: Date;
  organisation: { slug: string; name: PickedText };
  /** `hasPage`: whether the viewer reaches the member's own page. */
  person: { slug: string; name: ShownName; jobTitle: PickedText | null; hasPage: boolean };
};

/** The requests the viewer may answer as a manager, oldest first; of one organisation when it is given. */
export async function listOpenRequests(
  viewer: Viewer,
  locale: Locale,
  organisationId?: string,
  read: Read = query,
): Promise<OpenRequest[]> {
  const isHere = organisationId ? eq(organisations.id, organisationId) : undefined;
  const rows = await read((db) =>
    db
      .select(columns(viewer))
      .from(affiliationRequests)
      .innerJoin(organisations, eq(organisations.id, affiliationRequests.organisationId))
      .innerJoin(members, eq(members.id, affiliationRequests.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isWaiting, manages(viewer), isHere))
      .orderBy(asc(affiliationRequests.createdAt), asc(affiliationRequests.id)),
  );
  return rows.map(({ owner, jobTitle, slug, ...row }) => ({
    id: row.id,
    kind: row.kind,
    words: row.words,
    createdAt: row.submittedAt,
    organisation: { slug, name: calledIn({ ...row, name: row.title, slug }, locale) },
    person: {
      slug: owner.slug,
      hasPage: row.hasPage,
      name: shownName(owner, locale),
      jobTitle: row.isNamed ? pickText(jobTitle, locale, owner.originalLocale) : null,
    },
  }));
}

export type OwnRequest = { id: string; kind: RequestKind; createdAt: Date };

/** The viewer's own open request to an organisation, or null. */
export async function findOwnRequest(
  viewer: Viewer,
  organisationId: string,
): Promise<OwnRequest | null> {
  const { memberId: own } = viewer;
  if (own === null) return null;
  const { id, kind, createdAt, memberId, state } = affiliationRequests;
  const [row] = await query((db) =>
    db
      .select({ id, kind, createdAt })
      .from(affiliationRequests)
      .where(
        and(
          eq(affiliationRequests.organisationId, organisationId),
          eq(memberId, own),
          eq(state, "open"),
        ),
      ),
  );
  return row ?? null;
}

/** How many requests wait for the club team, because nobody manages the organisation; 0 for anybody else. */
export const countWaitingClaims = (viewer: Viewer | null, db: Database) =>
  db
    .select({ total: count() })
    .from(affiliationRequests)
    .innerJoin(organisations, eq(organisations.id, affiliationRequests.organisationId))
    .innerJoin(members, eq(members.id, affiliationRequests.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(isStaff(viewer) ? and(isWaiting, isUnmanaged) : sql`false`);

/**
 * Requests that wait for the club team, because nobody manages the organisation, oldest first: `title` is the
 * organisation's name, `owner` who asks. Empty for anybody else.
 */
export async function listWaitingClaims(viewer: Viewer | null) {
  return isStaff(viewer) ? readClaims(viewer, and(isWaiting, isUnmanaged)) : [];
}

export type Claim = NonNullable<Awaited<ReturnType<typeof getClaim>>>;

/**
 * One of them, or one that the club team has answered: `answer` says what, by whom and when, null as long as it waits.
 * Null for any other, and for anybody but the club team.
 */
export async function getClaim(viewer: Viewer | null, id: string, locale: Locale) {
  if (!isStaff(viewer)) return null;
  const isIt = eq(affiliationRequests.id, id);
  const [claim] = await readClaims(viewer, and(isIt, or(and(isWaiting, isUnmanaged), isAnswered)));
  if (!claim) return null;
  const { state, decidedBy, decidedAt, ...shown } = claim;
  if (state !== "accepted" && state !== "declined") return { ...shown, answer: null };
  if (!decidedBy || !decidedAt) return null;
  const [decider] = await query((db) =>
    db
      .select(nameColumns(viewer))
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(eq(accounts.id, decidedBy)),
  );
  const by = decider ? personName(decider, locale) : "";
  return { ...shown, answer: { state, by, at: decidedAt } };
}

function readClaims(viewer: Viewer, where: SQL | undefined) {
  return query((db) =>
    db
      .select({
        ...columns(viewer),
        state: affiliationRequests.state,
        decidedBy: affiliationRequests.decidedBy,
        decidedAt: affiliationRequests.decidedAt,
        organisationId: organisations.id,
        organisationKind: organisations.kind,
        country: organisations.country,
        place: organisations.place,
        website: organisations.website,
        siren: organisations.siren,
        uscc: organisations.uscc,
        people: sql<number>`(select count(*)::int from ${affiliations}
          where ${affiliations.organisationId} = ${organisations.id})`,
      })
      .from(affiliationRequests)
      .innerJoin(organisations, eq(organisations.id, affiliationRequests.organisationId))
      .innerJoin(members, eq(members.id, affiliationRequests.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(where)
      .orderBy(asc(affiliationRequests.createdAt), asc(affiliationRequests.id)),
  );
}

const columns = (viewer: Viewer) => ({
  id: affiliationRequests.id,
  kind: affiliationRequests.kind,
  words: affiliationRequests.words,
  submittedAt: affiliationRequests.createdAt,
  slug: organisations.slug,
  title: organisations.name,
  originalLocale: organisations.originalLocale,
  jobTitle: seen(sightOf(viewer), "jobTitle", members.jobTitle),
  isNamed: isProfileShown(viewer),
  hasPage: hasPage(viewer),
  owner: {
    accountId: accounts.id,
    status: accounts.status,
    locale: accounts.locale,
    originalLocale: members.originalLocale,
    slug: slugColumn(viewer),
    ...nameColumns(viewer),
  },
});

/** Whoever is not active any more is not waited for. */
const isWaiting = and(sql`${affiliationRequests.state} = 'open'`, isActing());

const isUnmanaged: SQL = not(sql`exists (select 1 from ${affiliations} held
  join members manager on manager.id = held.member_id
  join accounts holder on holder.id = manager.account_id
  where held.organisation_id = ${organisations.id} and held.role = 'manager' and holder.status ${ACTING})`);

/** The role they answered in: who leaves the team, or comes to it, changes nothing of what was. */
const answeredAs: SQL = sql`coalesce((select event.data ->> 'from' from ${auditEvents} event
  where event.subject_type = 'account' and event.subject_id = ${affiliationRequests.decidedBy}
  and event.name = 'account.role-changed' and event.created_at > ${affiliationRequests.decidedAt}
  order by event.id limit 1), decider.role)`;

/** By the club team: whoever of it decided is no manager there, whose answers are between them and who asks. */
const isAnswered: SQL = sql`${affiliationRequests.state} in ('accepted', 'declined') and exists (
  select 1 from accounts decider where decider.id = ${affiliationRequests.decidedBy}
  and ${answeredAs} <> 'member' and not exists (
    select 1 from ${affiliations} held join members manager on manager.id = held.member_id
    where held.organisation_id = ${organisations.id} and held.role = 'manager'
    and manager.account_id = decider.id))`;
