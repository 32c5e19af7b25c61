import type { AffiliationRole, EventRole } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { canEditEntry, type EntryFacts, ownsEntry } from "@/lib/entries/policy";

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

/** Who keeps it names its people as long as it is not over with; `role` is asked to come only to what is online. */
export function canNamePeople(
  viewer: Viewer | null,
  event: EntryFacts,
  role: EventRole | null,
): boolean {
  if (!mayAct(viewer) || !ownsEntry(viewer, event)) return false;
  if (role === "invited") return event.moderation === "published";
  return ["draft", "changes-requested", "submitted", "published"].includes(event.moderation);
}
