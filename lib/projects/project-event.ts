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
