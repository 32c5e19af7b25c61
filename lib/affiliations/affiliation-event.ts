import type { ClubEvent } from "@/lib/core/events/record";

type Facts = NonNullable<ClubEvent["data"]>;

/** An event about a person of an organisation, for the audit trail; it says of which organisation. */
export function personEvent(
  name: `${"affiliation" | "request"}.${string}`,
  memberId: string,
  { slug }: { slug: string },
  data: Facts = {},
): ClubEvent {
  return {
    name,
    subjectType: "member",
    subjectId: memberId,
    data: { organisation: slug, ...data },
  };
}

/** An event about an invitation: whom it went to is in no trail. */
export function invitationEvent(
  name: `invitation.${string}`,
  { id, slug }: { id: string; slug: string },
  data: Facts = {},
): ClubEvent {
  return {
    name,
    subjectType: "organisation",
    subjectId: id,
    data: { organisation: slug, ...data },
  };
}
