import type { AffiliationRole, PageVisibility } from "@/db/enums";
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

/** Public ones are open to all, the others to active accounts as far as they are meant; its own people always see it. */
export function canSeeOrganisation(
  viewer: Viewer | null,
  organisation: OrganisationFacts,
): boolean {
  const { visibility, role } = organisation;
  if (visibility === "public") return true;
  if (viewer?.status !== "active") return false;
  if (visibility === "members" || role !== null) return true;
  return visibility === "team" && isStaff(viewer);
}

/** An active member with themselves as its manager; the club team with anybody, when it admits an applicant. */
export function canCreateOrganisation(viewer: Viewer | null, managerId: string): viewer is Viewer {
  return (isActiveMember(viewer) && viewer.memberId === managerId) || isStaff(viewer);
}

/** Its managers; the administrators of the club on any that they see. */
export function canEditOrganisation(
  viewer: Viewer | null,
  organisation: OrganisationFacts,
): viewer is Viewer {
  if (isActiveMember(viewer) && organisation.role === "manager") return true;
  return isAdministrator(viewer) && canSeeOrganisation(viewer, organisation);
}

/** Whoever edits it, as long as nobody and nothing else belongs to it. */
export function canRemoveOrganisation(
  viewer: Viewer | null,
  organisation: OrganisationFacts & { isInUse: boolean },
): viewer is Viewer {
  return canEditOrganisation(viewer, organisation) && !organisation.isInUse;
}
