import { type AffiliationRole, PAGE_VISIBILITIES, type PageVisibility } from "@/db/enums";
import { mayRead } from "@/lib/core/auth/standing";
import { isActiveMember, isAdministrator, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";

/** Kinds whose pages are public unless their manager says otherwise. */
const INSTITUTION_KINDS: ReadonlySet<string> = new Set([
  "university-school",
  "research-lab",
  "cluster",
  "public-institution",
  "chamber-agency",
  "association",
  "cultural-institution",
]);

/** What the rules need to know of an organisation: who sees it, and what the viewer is in it (null: nothing). */
export type OrganisationFacts = { visibility: PageVisibility; role: AffiliationRole | null };

/** Whether the kind (a slug of `organisationKinds`) is an institution's. */
export function isInstitution(kind: string): boolean {
  return INSTITUTION_KINDS.has(kind);
}

/** Who sees a new organisation as long as nobody says otherwise: institutions are public, the others for members. */
export function defaultVisibility(kind: string): PageVisibility {
  return isInstitution(kind) ? "public" : "members";
}

/**
 * Which organisations a viewer sees whatever they are in them: visitors public ones, who may read those for members
 * too, the club team its own, administrators all, so that no number is taken by a page that nobody can mend.
 */
export function openLevels(viewer: Viewer | null): readonly PageVisibility[] {
  if (!mayRead(viewer)) return ["public"];
  if (isAdministrator(viewer)) return PAGE_VISIBILITIES;
  return isStaff(viewer) ? ["public", "members", "team"] : ["public", "members"];
}

/** As far as they are open to the viewer; its own people who may read always see it. */
export function canSeeOrganisation(
  viewer: Viewer | null,
  { visibility, role }: OrganisationFacts,
): boolean {
  const isOwn = mayRead(viewer) && role !== null;
  return isOwn || openLevels(viewer).includes(visibility);
}

/** An active member with themselves as its manager; the club team with anybody, when it admits an applicant. */
export function canCreateOrganisation(viewer: Viewer | null, managerId: string): viewer is Viewer {
  return (isActiveMember(viewer) && viewer.memberId === managerId) || isStaff(viewer);
}

/** Its managers, and the administrators of the club. */
export function canEditOrganisation(
  viewer: Viewer | null,
  organisation: OrganisationFacts,
): viewer is Viewer {
  if (isActiveMember(viewer) && organisation.role === "manager") return true;
  return isAdministrator(viewer);
}

/** Whoever edits it, as long as nobody and nothing else belongs to it. */
export function canRemoveOrganisation(
  viewer: Viewer | null,
  organisation: OrganisationFacts & { isInUse: boolean },
): viewer is Viewer {
  return canEditOrganisation(viewer, organisation) && !organisation.isInUse;
}
