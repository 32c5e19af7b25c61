import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isSlug } from "@/lib/core/text/slug";
import { sightOf } from "@/lib/members/policy";
import { isOrganisationShown } from "@/lib/members/sight.queries";
import { canEditActivity, canPlaceActivity } from "./policy";
import { activitySightOf, belongsHere, isInSight } from "./sight.queries";

export type EditableActivity = NonNullable<Awaited<ReturnType<typeof getEditableActivity>>>;

/**
 * An activity with all that its form asks, or null for whoever may not edit it. `isPlaced`: the viewer also decides on
 * organisation and visibility.
 */
export async function getEditableActivity(viewer: Viewer, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: activities.id,
        version: activities.version,
        slug: activities.slug,
        kind: activities.kind,
        direction: activities.direction,
        stage: activities.stage,
        organisationId: activities.organisationId,
        organisationName: onlyIf(isOrganisationShown(sightOf(viewer)), organisations.name),
        headcountBand: activities.headcountBand,
        partner: activities.partner,
        sectors: activities.sectors,
        cities: activities.cities,
        since: activities.since,
        until: activities.until,
        originalLocale: activities.originalLocale,
        title: activities.title,
        summary: activities.summary,
        stale: activities.stale,
        visibility: activities.visibility,
        ownerAccountId: accounts.id,
        ownerStatus: accounts.status,
        isManager: belongsHere(activitySightOf(viewer), "manager"),
      })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(and(eq(activities.slug, slug), isInSight(activitySightOf(viewer)))),
  );
  if (!row || !canEditActivity(viewer, row)) return null;
  return { ...row, isPlaced: canPlaceActivity(viewer, row) };
}

export type OwnOrganisation = { id: string; slug: string; name: string };

/** The organisations the viewer belongs to, the main one first, named in the reader's language. */
export async function listOwnOrganisations(
  viewer: Viewer & { memberId: string },
  locale: Locale,
): Promise<OwnOrganisation[]> {
  const rows = await query((db) =>
    db
      .select({
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        originalLocale: organisations.originalLocale,
      })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(and(eq(affiliations.memberId, viewer.memberId), isOrganisationShown(sightOf(viewer))))
      .orderBy(desc(affiliations.isMain), asc(organisations.sortLatin), asc(organisations.slug)),
  );
  return rows.map(({ id, slug, name, originalLocale }) => ({
    id,
    slug,
    name: pickText(name, locale, originalLocale)?.text ?? slug,
  }));
}
