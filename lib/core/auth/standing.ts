import {
  ACTING_STATUSES,
  type MembershipStatus,
  PRESENT_STATUSES,
  READING_STATUSES,
} from "@/db/enums";

type Standing = { status: MembershipStatus | null };
type Reading = (typeof READING_STATUSES)[number];
type Acting = (typeof ACTING_STATUSES)[number];

const isOneOf = (statuses: readonly MembershipStatus[], person: Standing | null | undefined) =>
  (statuses as readonly unknown[]).includes(person?.status);

/** Whether a person's standing lets them read what members read. */
export function mayRead<P extends Standing>(
  person: P | null | undefined,
): person is P & { status: Reading } {
  return isOneOf(READING_STATUSES, person);
}

/** Whether it lets them write as a member, and be asked, proposed and written to. */
export function mayAct<P extends Standing>(
  person: P | null | undefined,
): person is P & { status: Acting } {
  return isOneOf(ACTING_STATUSES, person);
}

/** What keeps a person from acting: their status; null for whoever may. */
export function barOf({ status }: { status: MembershipStatus }) {
  return mayAct({ status }) ? null : (status as Exclude<MembershipStatus, Acting>);
}

/** Whether others come upon what is theirs. */
export function isThere(person: Standing | null | undefined): boolean {
  return isOneOf(PRESENT_STATUSES, person);
}
