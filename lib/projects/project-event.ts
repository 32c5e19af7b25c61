import type { ClubEvent } from "@/lib/core/events/record";

type Facts = NonNullable<ClubEvent["data"]>;

/** An event about a project, for the audit trail. */
export function projectEvent(
  name: `project.${string}`,
  { id }: { id: string },
  data: Facts = {},
): ClubEvent {
  return { name, subjectType: "project", subjectId: id, data };
}

/** An event about an edit of a published project; it says of which. */
export function revisionEvent(
  name: `revision.${string}`,
  { id, entryId }: { id: string; entryId: string },
  data: Facts = {},
): ClubEvent {
  return { name, subjectType: "revision", subjectId: id, data: { projectId: entryId, ...data } };
}
