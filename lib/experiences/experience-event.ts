import type { ClubEvent } from "@/lib/core/events/record";

/** An event that only experiences know, for the audit trail. */
export const experienceEvent = (
  name: `experience.${string}`,
  { id }: { id: string },
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent => ({ name, subjectType: "experience", subjectId: id, data });
