import type { ClubEvent } from "@/lib/core/events/record";

/** An event about an interest, for the audit trail; it says in which project, and of nobody who. */
export function interestEvent(
  name: `interest.${string}`,
  { id, projectId }: { id: string; projectId: string },
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent {
  return { name, subjectType: "interest", subjectId: id, data: { projectId, ...data } };
}
