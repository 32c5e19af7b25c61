import "server-only";
import { and, count, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Reader, type Transaction } from "@/db/client";
import { isHidden, isShown } from "@/db/columns";
import type { AffiliationRole, PageVisibility } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { cooperationParties } from "@/db/schema/cooperations";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isPresent, isPresentToAll } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { sightOf, visibleLevels } from "@/lib/members/policy";
import { isOrganisationShown } from "@/lib/members/sight.queries";
import { canEditOrganisation, openLevels } from "./policy";

/** All that the managers write and choose. */
const contentColumns = {
  name: organisations.name,
  description: organisations.description,
  originalLocale: organisations.originalLocale,
  kind: organisations.kind,
  size: organisations.size,
  sectors: organisations.sectors,
  country: organisations.country,
  place: organisations.place,
  sites: organisations.sites,
  founded: organisations.founded,
  website: organisations.website,
  siren: organisations.siren,
  siret: organisations.siret,
  vat: organisations.vat,
  uscc: organisations.uscc,
  parentUscc: organisations.parentUscc,
  visibility: organisations.visibility,
  stale: organisations.stale,
};

export type OrganisationPage = NonNullable<Awaited<ReturnType<typeof getOrganisation>>>;

/**
 * An organisation at its address with all that its page and its form show, or null when it is out of the viewer's
 * sight. `role` is what the viewer is in it, `canEdit` whether they may change it, `logo` the hash of its picture.
 */
export const getOrganisation = (viewer: Viewer | null, slug: string) =>
  query((db) => findOrganisation(db, viewer, slug));

/** The same for a handler, on its own transaction. */
export async function findOrganisation(db: Reader, viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await db
    .select({
      ...contentColumns,
      id: organisations.id,
      slug: organisations.slug,
      seed: organisations.seed,
      version: organisations.version,
      createdAt: organisations.createdAt,
      logo: files.hash,
      role: roleOf(viewer),
      isHidden: isHidden(organisations),
      isFromSources: sql<boolean>`${organisations.isFromSources} and not exists (
          select from ${affiliations} a where a.organisation_id = ${ROW_ID} and a.role = 'manager')`,
    })
    .from(organisations)
    .leftJoin(files, eq(files.id, organisations.logoId))
    .where(and(eq(organisations.slug, slug), isInSight(viewer)));
  return row ? { ...row, canEdit: canEditOrganisation(viewer, row) } : null;
}

export type Dependents = { people: number; activities: number; agreements: number };

/** What keeps an organisation from being removed by the viewer, as `readDependents` says; for whoever may edit it. */
export async function countDependents(
  viewer: Viewer,
  { id, canEdit }: { id: string; canEdit: boolean },
): Promise<Dependents> {
  return canEdit
    ? query((db) => readDependents(db, viewer, id))
    : { people: 0, activities: 0, agreements: 0 };
}

/** How many other people belong to an organisation, and how many activities that the viewer sees and so may let go, and to how many agreements it is a party. */
export async function readDependents(
  db: Database | Transaction,
  viewer: Viewer,
  organisationId: string,
): Promise<Dependents> {
  const others = viewer.memberId ? ne(affiliations.memberId, viewer.memberId) : undefined;
  const isHere = eq(affiliations.organisationId, organisationId);
  const [found] = await db
    .select({ total: count() })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(activities.organisationId, organisationId), isActivitySeen(viewer)));
  return {
    people: await db.$count(affiliations, and(isHere, others)),
    activities: found?.total ?? 0,
    agreements: await db.$count(
      cooperationParties,
      eq(cooperationParties.organisationId, organisationId),
    ),
  };
}

/** As `canSeeActivity` says, in a room above this one. */
function isActivitySeen(viewer: Viewer): SQL | undefined {
  const isOpen = inArray(activities.visibility, visibleLevels(viewer) as PageVisibility[]);
  const isHere = isStaff(viewer)
    ? undefined
    : and(mayRead(viewer) ? isPresent() : isPresentToAll(), isShown(activities));
  return or(eq(accounts.id, viewer.accountId), and(isOpen, isHere));
}

/** Organisations a viewer may see, as `canSeeOrganisation` says. Needs `organisations` in the query. */
export function isInSight(viewer: Viewer | null): SQL {
  const isOpen = inArray(organisations.visibility, [...openLevels(viewer)]);
  const isOwn = mayRead(viewer) && sql`${roleOf(viewer)} is not null`;
  return sql`(${isOwn ? or(isOpen, isOwn) : isOpen} and ${isOrganisationShown(sightOf(viewer))})`;
}

/** Among the selected columns of one table Drizzle leaves the table's name out, which a subquery then misses. */
const ROW_ID = sql.raw('"organisations"."id"');

/** What the viewer is in the row's organisation; null for whoever does not belong to it. */
function roleOf(viewer: Viewer | null) {
  const memberId = viewer?.memberId ?? null;
  if (memberId === null) return sql<AffiliationRole | null>`null`;
  return sql<AffiliationRole | null>`(select own.role from ${affiliations} as own
    where own.organisation_id = ${ROW_ID} and own.member_id = ${memberId})`;
}
