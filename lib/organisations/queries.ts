import "server-only";
import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { organisationLogos, organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "./organisation-slug";
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
 * sight. `role` is what the viewer is in it, `canEdit` whether they may change it, `logo` the mark of its picture.
 */
export async function getOrganisation(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...contentColumns,
        id: organisations.id,
        slug: organisations.slug,
        version: organisations.version,
        createdAt: organisations.createdAt,
        logo: organisationLogos.hash,
        role: roleOf(viewer),
      })
      .from(organisations)
      .leftJoin(organisationLogos, eq(organisationLogos.organisationId, organisations.id))
      .where(and(eq(organisations.slug, slug), isInSight(viewer))),
  );
  return row ? { ...row, canEdit: canEditOrganisation(viewer, row) } : null;
}

/**
 * What keeps an organisation from being removed by the viewer: how many other people belong to it, and how many
 * activities. For whoever may edit it, who sees it anyway.
 */
export async function countDependents(
  viewer: Viewer,
  { id, canEdit }: { id: string; canEdit: boolean },
): Promise<{ people: number; activities: number }> {
  if (!canEdit) return { people: 0, activities: 0 };
  const others = viewer.memberId ? ne(affiliations.memberId, viewer.memberId) : undefined;
  return query(async (db) => ({
    people: await db.$count(affiliations, and(eq(affiliations.organisationId, id), others)),
    activities: await db.$count(activities, eq(activities.organisationId, id)),
  }));
}

/** Organisations a viewer may see, as `canSeeOrganisation` says. Needs `organisations` in the query. */
export function isInSight(viewer: Viewer | null): SQL {
  const isOpen = inArray(organisations.visibility, [...openLevels(viewer)]);
  if (viewer?.status !== "active" || viewer.memberId === null) return isOpen;
  return sql`(${or(isOpen, sql`${roleOf(viewer)} is not null`)})`;
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
