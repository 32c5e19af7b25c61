import "server-only";
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { SelectedFields } from "drizzle-orm/pg-core";
import { query, type Reader, type Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isActing } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { isInSight, type OrganisationPage } from "@/lib/organisations/queries";
import { canClaim } from "./policy";
import { calledIn } from "./queries";

const ORGANISATION = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  originalLocale: organisations.originalLocale,
  visibility: organisations.visibility,
  isHidden: isHidden(organisations),
};

/** The people of organisations as the rules need them, with what else is asked of each. */
const selectPeople = <Also extends SelectedFields>(db: Reader, also: Also) =>
  db
    .select({
      memberId: affiliations.memberId,
      role: affiliations.role,
      isActive: sql<boolean>`${isActing()}`,
      ...also,
    })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId));

export type Roster = Awaited<ReturnType<typeof lockRoster>>;

/**
 * An organisation with all its people. Its row is locked first: whoever changes its people waits here, so that two
 * managers cannot both be the one who stays. Throws `notFound`.
 */
export async function lockRoster(tx: Transaction, organisationId: string) {
  const [organisation] = await tx
    .select(ORGANISATION)
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("no key update");
  if (!organisation) throw new AppError("notFound");
  const people = await selectPeople(tx, { accountId: accounts.id })
    .where(eq(affiliations.organisationId, organisationId))
    .orderBy(asc(affiliations.createdAt), asc(affiliations.memberId));
  return { ...organisation, people };
}

/** Those of all organisations a member belongs to, in one order. */
export async function lockRostersOf(tx: Transaction, memberId: string): Promise<Roster[]> {
  const own = await tx
    .select({ id: affiliations.organisationId })
    .from(affiliations)
    .where(eq(affiliations.memberId, memberId))
    .orderBy(affiliations.organisationId);
  const rosters: Roster[] = [];
  for (const { id } of own) rosters.push(await lockRoster(tx, id));
  return rosters;
}

export type OrganisationRoster = NonNullable<Awaited<ReturnType<typeof getRoster>>>;

/**
 * An organisation with its people as the rules need them and the viewer's own place in it; null when it is out of the
 * viewer's sight. The people are for the policy alone: who is shown comes from `listPeople`.
 */
export async function getRoster(viewer: Viewer, slug: string, locale: Locale) {
  const [organisation] = await query((db) =>
    db
      .select(ORGANISATION)
      .from(organisations)
      .where(and(eq(organisations.slug, slug), isInSight(viewer))),
  );
  if (!organisation || !mayRead(viewer)) return null;
  const rows = await query((db) =>
    selectPeople(db, {
      isMain: affiliations.isMain,
      position: affiliations.position,
      writtenIn: members.originalLocale,
    }).where(eq(affiliations.organisationId, organisation.id)),
  );
  const own = rows.find(({ memberId }) => memberId === viewer.memberId);
  return {
    id: organisation.id,
    slug,
    name: calledIn(organisation, locale),
    visibility: organisation.visibility,
    isHidden: organisation.isHidden,
    people: rows.map(({ memberId, role, isActive }) => ({ memberId, role, isActive })),
    own: own ? { isMain: own.isMain, position: own.position, writtenIn: own.writtenIn } : null,
  };
}

/** Whether the viewer, one of the people of an organisation on its page, may ask to manage it: `canClaim`, of its managers alone. */
export async function isClaimable(
  viewer: Viewer,
  { id, role, ...organisation }: Pick<OrganisationPage, "id" | "role" | "visibility" | "isHidden">,
): Promise<boolean> {
  if (role !== "person" || viewer.memberId === null) return false;
  const isAsked = or(eq(affiliations.role, "manager"), eq(members.id, viewer.memberId));
  const people = await query((db) =>
    selectPeople(db, {}).where(and(eq(affiliations.organisationId, id), isAsked)),
  );
  return canClaim(viewer, { ...organisation, people });
}
