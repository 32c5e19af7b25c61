import type { AffiliationRole } from "@/db/enums";
import { isActiveMember, isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { canEditEntry, type EntryFacts, isOwnAndActive } from "@/lib/entries/policy";

/** What the viewer is in each party; null: nothing. */
export type PartyRoles = readonly (AffiliationRole | null)[];

/** Administrators, and whoever manages one of its parties. */
export function canDraftCooperation(viewer: Viewer | null, roles: PartyRoles): boolean {
  return isAdministrator(viewer) || (isActiveMember(viewer) && roles.includes("manager"));
}

/** Who is a party says who keeps it: once it was handed in an administrator's to change, before that its keepers' too. */
export function canSetParties(
  viewer: Viewer | null,
  cooperation: EntryFacts & { slug: string; submittedAt: Date | null },
): boolean {
  const isOpen = ["draft", "changes-requested", "submitted", "published"];
  if (isAdministrator(viewer)) return isOpen.includes(cooperation.moderation);
  return !wasHandedIn(cooperation) && canEditEntry(viewer, cooperation);
}

/** Whose turn it is, its keepers say at once. */
export function canSayWhoActs(viewer: Viewer | null, cooperation: EntryFacts): boolean {
  const isOpen = ["draft", "changes-requested", "published"].includes(cooperation.moderation);
  return isOwnAndActive(viewer, cooperation) && isOpen;
}
