import "server-only";
import { and, eq, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { isShown, onlyIf } from "@/db/columns";
import type { PageVisibility } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import { isPresent, isPresentToAll } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { standsInDirectory } from "@/lib/members/listed.queries";
import { type Sight, sightOf, type ViewAs } from "@/lib/members/policy";
import { isSeen, isOrganisationShown as isStanding } from "@/lib/members/sight.queries";
import { personColumns } from "@/lib/members/told-person.queries";

/** Through whose eyes activities are read; `isInside` for active accounts, who may read people's names. */
export type ActivitySight = Sight & {
  memberId: string | null;
  isInside: boolean;
  isStaff: boolean;
};

/** The viewer's own sight, or the one they borrow to preview their page (then nothing counts as their own). */
export function activitySightOf(viewer: Viewer | null, as?: ViewAs): ActivitySight {
  const sight = sightOf(viewer, as);
  if (as) return { ...sight, memberId: null, isInside: as !== "public", isStaff: as === "team" };
  const isInside = mayRead(viewer);
  const memberId = isInside ? viewer.memberId : null;
  return { ...sight, memberId, isInside, isStaff: isStaff(viewer) };
}

/** Those of active members as far as they show them, one's own always. Needs `accounts` joined. */
export function isInSight(sight: ActivitySight): SQL | undefined {
  const open = and(
    inArray(activities.visibility, sight.levels as PageVisibility[]),
    sight.isStaff
      ? undefined
      : and(sight.isInside ? isPresent() : isPresentToAll(), isShown(activities)),
  );
  return sight.accountId ? or(eq(accounts.id, sight.accountId), open) : open;
}

/** Whether the viewer belongs to the activity's organisation, or manages it. */
export function belongsHere(sight: ActivitySight, role?: "manager"): SQL<boolean> {
  if (!sight.memberId) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select 1 from ${affiliations}
    where ${affiliations.organisationId} = ${activities.organisationId}
      and ${affiliations.memberId} = ${sight.memberId}
      ${role ? sql`and ${affiliations.role} = ${role}` : sql``})`;
}

/**
 * Whether the activity is told to be the organisation's: the viewer sees the organisation, and its member does not
 * hide that they belong to it. Who is named to nobody (to visitors) hides nothing by the level for members.
 */
export function isOrganisationShown(sight: ActivitySight): SQL<boolean> {
  const { accountId, levels, isInside } = sight;
  const isOpen = or(
    inArray(organisations.visibility, levels as PageVisibility[]),
    belongsHere(sight),
  );
  const tie: Sight = isInside
    ? { accountId, levels }
    : { accountId, levels: ["public", "members"] };
  const isTold = or(isSeen(tie, "organisation"), belongsHere(sight, "manager"));
  return sql<boolean>`(${organisations.id} is not null and ${and(isOpen, isTold, isStanding(sight))})`;
}

/** Whether the member is named: to themselves and the club team, and to members as long as the directory does. */
export function isMemberShown(sight: ActivitySight): SQL<boolean> {
  const own = sight.accountId ? sql`${accounts.id} = ${sight.accountId}` : sql`false`;
  if (!sight.isInside) return sql<boolean>`(${own})`;
  return sight.isStaff ? sql<boolean>`true` : sql<boolean>`(${own} or ${standsInDirectory})`;
}

/** Who does it and for which organisation, as far as this sight sees them; null otherwise. */
export function peopleColumns(
  sight: ActivitySight,
  organisation: SQLWrapper = isOrganisationShown(sight),
  member: SQLWrapper = isMemberShown(sight),
) {
  return {
    organisationSlug: onlyIf(organisation, organisations.slug),
    organisationName: onlyIf(organisation, organisations.name),
    organisationLocale: onlyIf(organisation, organisations.originalLocale),
    ...personColumns(sight, member),
  };
}
