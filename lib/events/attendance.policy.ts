import type { Viewer } from "@/lib/core/auth/viewer-type";
import { HOUR_MS } from "@/lib/core/dates";
import type { EntryFacts } from "@/lib/entries/policy";
import {
  type Actor,
  canKeepRegistrations,
  isOwnParty,
  isPastKeeping,
  REGISTRATION_MOVES,
  type RegistrationFacts,
  type SeatedFacts,
} from "./registrations.policy";

/** So many hours before it starts the door opens: whoever keeps the event may say who is there. */
const DOOR_OPENS_H = 12;

type HeldFacts = EntryFacts & Pick<SeatedFacts, "progress" | "startsAt" | "endsAt">;

/** When whoever keeps the event may begin to say who is there; null while it has no start. */
export const doorOpensAt = ({ startsAt }: Pick<SeatedFacts, "startsAt">): Date | null =>
  startsAt && new Date(startsAt.getTime() - DOOR_OPENS_H * HOUR_MS);

/** Whether people may be at the door. */
export function isDoorOpen(event: Pick<SeatedFacts, "progress" | "startsAt">, now: Date): boolean {
  const opensAt = doorOpensAt(event);
  return event.progress !== "cancelled" && opensAt !== null && opensAt <= now;
}

/** Whoever keeps the event says who is there, from its door on and for as long as they like. */
export function canKeepDoor(viewer: Viewer | null, event: HeldFacts, now: Date): boolean {
  return canKeepRegistrations(viewer, event) && isDoorOpen(event, now);
}

/** Who came and who did not is settled once it is over. */
export function canCloseDoor(viewer: Viewer | null, event: HeldFacts, now: Date): boolean {
  return canKeepDoor(viewer, event, now) && event.endsAt !== null && event.endsAt <= now;
}

/** Whoever keeps an event that people come to writes to them, until their names are forgotten. */
export function canWriteToSeated(
  viewer: Viewer | null,
  event: HeldFacts & Pick<SeatedFacts, "isHidden">,
  now: Date,
): boolean {
  return canKeepRegistrations(viewer, event) && isWrittenTo(event, now);
}

/** Somebody of whom it is not settled whether they came. */
export const isExpected = ({ state }: Pick<RegistrationFacts, "state">) =>
  REGISTRATION_MOVES[state].includes("attended");

/** Who came says what it was good for, and changes it. */
export function canSayOutcome(actor: Actor, registration: RegistrationFacts): boolean {
  return isOwnParty(actor, registration) && registration.state === "attended";
}

/** Whether people come to it: it is online and was not called off. */
export const isOnlineAndOn = ({
  moderation,
  isHidden,
  progress,
}: Pick<SeatedFacts, "moderation" | "isHidden" | "progress">): boolean =>
  moderation === "published" && !isHidden && progress !== "cancelled";

/** Whether those who have a place at it, or came, may be written to. */
export const isWrittenTo = (
  event: Parameters<typeof isOnlineAndOn>[0] & Pick<SeatedFacts, "endsAt">,
  now: Date,
): boolean => isOnlineAndOn(event) && !isPastKeeping(event, now);
