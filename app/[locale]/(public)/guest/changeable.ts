import type { GuestPageData } from "@/lib/events/guests.queries";
import { canChangeRegistration } from "@/lib/events/registrations.policy";
import type { OwnRegistration } from "@/lib/events/registrations.queries";

/** What a guest is registered with, where they may still change it. */
export function changeableOf(
  { guest, event, own }: GuestPageData,
  now: Date,
): OwnRegistration | null {
  const actor = { guestId: guest.id };
  return own && canChangeRegistration(actor, { ...own, ...actor, memberId: null }, event, now)
    ? own
    : null;
}
