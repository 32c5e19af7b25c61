import type { ClubEvent } from "@/lib/core/events/record";

/** An event about an application, for the audit trail. */
export function applicationEvent(
  name: `application.${string}`,
  { id }: { id: string },
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent {
  return { name, subjectType: "application", subjectId: id, data };
}
