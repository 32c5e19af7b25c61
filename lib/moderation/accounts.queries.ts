import "server-only";
import { and, desc, eq, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { MembershipStatus, ModerationState, Role } from "@/db/enums";
import { accounts, knownBrowsers, sessions } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { ACTING, isActing } from "@/db/standing";
import { isOwnWish } from "../accounts/erasure-request.queries";
import { nameInOrder, type Viewer } from "../core/auth/viewer-type";
import { noteReading } from "../core/events/note-reading";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { likePattern } from "../core/text/fold";
import type { Face } from "../core/text/monogram";
import { faceOf } from "../members/face";
import { personName } from "../members/person-name";
import { sightOf } from "../members/policy";
import { nameColumns, seen, seenOrganisation } from "../members/sight.queries";
import { isProject } from "../projects/sight.queries";
import { canListAccounts } from "./policy";
import type { AccountFilters } from "./schema";

export const ACCOUNTS_PER_PAGE = 24;

/** A person's name and organisation as far as they show them to the club team. */
const shownColumns = (viewer: Viewer) => ({
  ...nameColumns(viewer),
  organisation: seenOrganisation(sightOf(viewer), organisations.name),
});

export type AccountRow = {
  id: string;
  face: Face;
  name: string;
  email: string;
  role: Role;
  status: MembershipStatus;
  organisation: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
};

/** One page of accounts by name, with the number of all that match. Empty for anybody but administrators. */
export async function listAccounts(
  viewer: Viewer,
  filters: AccountFilters,
  locale: Locale,
): Promise<{ rows: AccountRow[]; total: number }> {
  if (!canListAccounts(viewer)) return { rows: [], total: 0 };
  const found = await query((db) => {
    // The page first: what stands in a row is read of its rows alone.
    const page = db
      .select({
        id: accounts.id,
        total: sql<number>`(count(*) over ())::int`.as("total"),
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(matchesFilters(filters))
      .orderBy(called, accounts.id)
      .limit(ACCOUNTS_PER_PAGE)
      .offset((filters.page - 1) * ACCOUNTS_PER_PAGE)
      .as("page");
    return db
      .select({
        id: accounts.id,
        email: accounts.email,
        role: accounts.role,
        status: accounts.status,
        createdAt: accounts.createdAt,
        lastSeenAt: lastSeen,
        total: page.total,
        ...shownColumns(viewer),
      })
      .from(page)
      .innerJoin(accounts, eq(accounts.id, page.id))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .orderBy(called, accounts.id);
  });
  const rows = found.map(({ total: _, organisation, ...row }) => ({
    id: row.id,
    name: personName(row, locale),
    face: faceOf(row.portrait, row.nameZh || personName(row, locale), nameInOrder(row)),
    email: row.email,
    role: row.role,
    status: row.status,
    organisation: pickText(organisation, locale)?.text ?? null,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  }));
  return { rows, total: found[0]?.total ?? 0 };
}

const called = sql<string>`coalesce(nullif(${members.sortLatin}, ''), ${accounts.email})`;

/** Whether an account is among those asked for. Needs `accounts` and `members`. */
export const matchesFilters = ({ q, status, role }: Omit<AccountFilters, "page">) =>
  and(
    q ? matchesAccount(q) : undefined,
    status ? eq(accounts.status, status) : undefined,
    role ? eq(accounts.role, role) : undefined,
  );

/**
 * A session that was ended or has run out is gone, with it the browser it was started with where all were ended at once
 * (`endSessions`): the trail still tells when each was started, and when the last of those was used.
 */
const lastSeen = sql<Date | null>`greatest(
  (select max(${sessions.seenAt}) from ${sessions} where ${sessions.accountId} = ${accounts.id}),
  (select max(${knownBrowsers.seenAt}) from ${knownBrowsers}
    where ${knownBrowsers.accountId} = ${accounts.id}),
  (select max(${auditEvents.createdAt}) from ${auditEvents}
    where ${auditEvents.actorId} = ${accounts.id} and ${auditEvents.name} = 'session.started'),
  (select max((${auditDetails.personal} ->> 'seenAt')::timestamptz) from ${auditEvents}
    join ${auditDetails} on ${auditDetails.eventId} = ${auditEvents.id}
    where ${auditEvents.subjectType} = 'account' and ${auditEvents.subjectId} = ${accounts.id}
    and ${auditEvents.name} = 'session.all-ended')
)`.mapWith(accounts.createdAt);

function matchesAccount(text: string): SQL | undefined {
  const pattern = likePattern(text);
  const asTyped = `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`${members.searchNames} like ${pattern}`,
    sql`${accounts.email} like ${asTyped}`,
    sql`lower(${accounts.displayName}::text) like ${asTyped}`,
    /^[\da-f-]{36}$/i.test(text) ? sql`${accounts.id}::text = ${text.toLowerCase()}` : undefined,
  );
}

export type AccountDossier = AccountRow & {
  version: number;
  locale: Locale;
  /** When it is erased; null when that was not asked for. */
  erasureDueAt: Date | null;
  isBroughtIn: boolean;
  /** The erasure was asked for by the person themselves. */
  isOwnWish: boolean;
  memberSlug: string | null;
  jobTitle: string | null;
  joinedOn: string | null;
  openSessions: number;
  /** No other active administrator is left: the account keeps its role and its access. */
  isLastAdministrator: boolean;
  /** All that was handed in; drafts are their owner's alone. */
  projects: { id: string; title: string; moderation: ModerationState }[];
};

/** One account as administrators see it; null when there is none, or for anybody else. */
export async function getAccountDossier(
  viewer: Viewer,
  accountId: string,
  locale: Locale,
): Promise<AccountDossier | null> {
  if (!canListAccounts(viewer)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: accounts.id,
        email: accounts.email,
        role: accounts.role,
        status: accounts.status,
        version: accounts.version,
        locale: accounts.locale,
        createdAt: accounts.createdAt,
        erasureDueAt: accounts.erasureDueAt,
        isBroughtIn: accounts.isBroughtIn,
        isOwnWish,
        lastSeenAt: lastSeen,
        memberSlug: members.slug,
        jobTitle: seen(sightOf(viewer), "jobTitle", members.jobTitle),
        joinedOn: members.joinedOn,
        openSessions: sql<number>`(
          select count(*)::int from ${sessions}
          where ${sessions.accountId} = ${accounts.id} and ${sessions.expiresAt} > now())`,
        isLastAdministrator: sql<boolean>`(
          ${accounts.role} = 'administrator' and ${isActing()} and not exists (
            select from accounts other where other.id <> ${accounts.id}
            and other.role = 'administrator' and other.status ${ACTING}))`,
        ...shownColumns(viewer),
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(eq(accounts.id, accountId)),
  );
  if (!row) return null;
  const projects = await listHandedIn(accountId, locale);
  noteReading(viewer, { name: "dossier.read", subjectType: "account", subjectId: accountId });
  const { familyName, givenName, nameOrder, nameZh, portrait, displayName, ...facts } = row;
  const name = personName({ familyName, givenName, nameOrder, nameZh, displayName }, locale);
  return {
    ...facts,
    name,
    face: faceOf(portrait, nameZh || name, nameInOrder(row)),
    jobTitle: pickText(row.jobTitle, locale)?.text ?? null,
    organisation: pickText(row.organisation, locale)?.text ?? null,
    projects,
  };
}

async function listHandedIn(
  accountId: string,
  locale: Locale,
): Promise<AccountDossier["projects"]> {
  const rows = await query((db) =>
    db
      .select({
        id: entries.id,
        title: entries.title,
        original: entries.originalLocale,
        moderation: entries.moderation,
      })
      .from(entries)
      .where(
        and(
          isProject,
          ne(entries.moderation, "draft"),
          isNotNull(entries.submittedAt),
          inArray(
            entries.ownerId,
            db.select({ id: members.id }).from(members).where(eq(members.accountId, accountId)),
          ),
        ),
      )
      .orderBy(desc(entries.updatedAt)),
  );
  return rows.map(({ id, title, original, moderation }) => ({
    id,
    title: pickText(title, locale, original)?.text ?? "",
    moderation,
  }));
}
