import type { AffiliationRole } from "@/db/enums";
import { isActiveMember, isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { canEditEntry, type EntryFacts } from "@/lib/entries/policy";

/** What the viewer is in each organisation that holds it; null: nothing. */
export type HostRoles = readonly (AffiliationRole | null)[];

/** Administrators, and whoever manages one of the organisations that hold it. */
export function canDraftEvent(viewer: Viewer | null, roles: HostRoles): boolean {
  return isAdministrator(viewer) || (isActiveMember(viewer) && roles.includes("manager"));
}

/** Who holds it says who keeps it: once it was handed in an administrator's to change, before that its keepers' too. */
export function canSetHosts(
  viewer: Viewer | null,
  event: EntryFacts & { slug: string; submittedAt: Date | null },
): boolean {
  const isOpen = ["draft", "changes-requested", "submitted", "published"];
  if (isAdministrator(viewer)) return isOpen.includes(event.moderation);
  return !wasHandedIn(event) && canEditEntry(viewer, event);
}
