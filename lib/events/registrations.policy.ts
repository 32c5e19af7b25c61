import type { EventAudience, EventProgress, ModerationState } from "@/db/enums";
import type { RegistrationState } from "@/db/enums-of-events";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { DAY_MS, MINUTE_MS } from "@/lib/core/dates";
import type { ErrorCode } from "@/lib/core/errors";
import { PROMISES } from "@/lib/core/i18n/promises";
import { type EntryFacts, isOwnAndActive } from "@/lib/entries/policy";

/** The life of a registration. The database refuses every other move. */
export const REGISTRATION_MOVES: Record<RegistrationState, readonly RegistrationState[]> = {
  pending: ["confirmed", "waiting", "declined", "not-selected", "cancelled"],
  waiting: ["offered", "cancelled"],
  offered: ["confirmed", "declined", "offer-expired", "cancelled"],
  confirmed: ["attended", "absent", "cancelled"],
  declined: [],
  "not-selected": [],
  "offer-expired": [],
  attended: [],
  absent: [],
  cancelled: [],
};

/** How far an event is. The database refuses every other move. */
export const EVENT_MOVES: Record<EventProgress, readonly EventProgress[]> = {
  announced: ["open", "cancelled"],
  open: ["closed", "cancelled"],
  closed: ["open", "cancelled"],
  cancelled: [],
};

/** Those of which a member has one an event. */
export const LIVING_STATES = ["pending", "confirmed", "waiting", "offered"] as const;

/** Those that take places. */
export const SEATED_STATES = ["confirmed", "offered", "attended", "absent"] as const;

const isOneOf = (states: readonly RegistrationState[], state: RegistrationState | null) =>
  state !== null && states.includes(state);

/** Whether it lasts: of these a member, or an address, has one an event. */
export const isLiving = (state: RegistrationState | null): boolean => isOneOf(LIVING_STATES, state);

/** Whether it takes places. */
export const isSeated = (state: RegistrationState): boolean => isOneOf(SEATED_STATES, state);

/** Whether money is noted of it: before the event, at its door and for weeks after it. */
export const isPayable = (state: RegistrationState): boolean =>
  isSeated(state) && state !== "offered";

type Counted = Record<RegistrationState, { parties: number }>;

/** Whom its keeper looks at first: who is to be selected, who has a place, and who came once the list at its door is closed. */
export function firstShown(
  { progress }: { progress: EventProgress },
  counts: Counted,
): RegistrationState {
  if (counts.pending.parties > 0) return "pending";
  if (progress === "cancelled") return "cancelled";
  if (counts.confirmed.parties > 0) return "confirmed";
  return (["attended", "absent"] as const).find((one) => counts[one].parties > 0) ?? "confirmed";
}

/** What the rules need to know of an event with its registrations. */
export type SeatedFacts = {
  moderation: ModerationState;
  isHidden: boolean;
  progress: EventProgress;
  startsAt: Date | null;
  endsAt: Date | null;
  closesAt: Date | null;
  capacity: number | null;
  companionsMost: number;
};

export type RegistrationFacts = {
  state: RegistrationState;
  memberId: string | null;
  guestId?: string | null;
};

/** A guest without an account, for whom the link of their letters stands. */
export type Guest = { guestId: string };

/** Who acts on a registration. */
export type Actor = Viewer | Guest | null;

const isGuest = (actor: Actor): actor is Guest => actor !== null && "guestId" in actor;

/** The signed-in person among those who act; none of a guest. */
export const viewerOf = (actor: Actor): Viewer | null => (isGuest(actor) ? null : actor);

/** Whether a time is over; none never is. */
export const hasPassed = (at: Date | null, now: Date) => at !== null && at <= now;

/** Why a party may not register, the first reason; null when it may. `standing` is the state of their last registration. */
export function registrationRefusal(
  viewer: Viewer | null,
  event: SeatedFacts,
  party: { seats: number; standing: RegistrationState | null },
  now: Date,
): ErrorCode | null {
  if (!isActiveMember(viewer)) return "registrationMembersOnly";
  return seatRefusal(event, party, now);
}

/** The same of the event and the party alone. */
export function seatRefusal(
  event: SeatedFacts,
  { seats, standing }: { seats: number; standing: RegistrationState | null },
  now: Date,
): ErrorCode | null {
  const ended = endRefusal(event, now);
  if (ended) return ended;
  if (hasPassed(event.startsAt, now)) return "eventHasBegun";
  if (isLiving(standing)) return "alreadyRegistered";
  if (event.moderation !== "published" || event.isHidden) return "eventNotOpen";
  if (event.progress === "announced" || event.startsAt === null) return "eventNotOpen";
  if (event.progress === "closed" || hasPassed(event.closesAt, now)) return "eventIsClosed";
  if (standing === "not-selected") return "notSelectedHere";
  if (seats - 1 > event.companionsMost) {
    return event.companionsMost === 0 ? "noCompanions" : "tooManyCompanions";
  }
  return event.capacity !== null && seats > event.capacity ? "partyTooLarge" : null;
}

/** Why a guest without an account may not come: to what is not for everybody they would need one. */
export function guestRefusal(
  event: SeatedFacts & { audience: EventAudience },
  party: { seats: number; standing: RegistrationState | null },
  now: Date,
): ErrorCode | null {
  return event.audience === "public" ? seatRefusal(event, party, now) : "registrationMembersOnly";
}

/** A guest confirms within half an hour of asking. */
export const isLateToConfirm = ({ createdAt }: { createdAt: Date }, now: Date): boolean =>
  now.getTime() - createdAt.getTime() > PROMISES.guestMinutes * MINUTE_MS;

/** Of a party, names and words are kept for some weeks after the event. */
export const isPastKeeping = ({ endsAt }: Pick<SeatedFacts, "endsAt">, now: Date): boolean =>
  endsAt !== null && now.getTime() - endsAt.getTime() >= PROMISES.partyDays * DAY_MS;

/** Whether `registrationRefusal` has nothing against it; always a member with a profile. */
export function canRegister(
  viewer: Viewer | null,
  event: SeatedFacts,
  party: { seats: number; standing: RegistrationState | null },
  now: Date,
): viewer is Viewer & { memberId: string } {
  return registrationRefusal(viewer, event, party, now) === null;
}

/**
 * Whoever came as a guest before they had an account makes that party their own until the event begins, full or closed as it may be:
 * it has its place already.
 */
export function canTakeOver(
  viewer: Viewer | null,
  event: SeatedFacts,
  standing: RegistrationState | null,
  now: Date,
): viewer is Viewer & { memberId: string } {
  if (!isActiveMember(viewer) || isLiving(standing)) return false;
  const isOnline = event.moderation === "published" && !event.isHidden;
  return isOnline && event.progress !== "cancelled" && !hasPassed(event.startsAt, now);
}

/** Whoever keeps it settles its places, its list and who was selected, once it is online. */
export function canKeepRegistrations(viewer: Viewer | null, event: EntryFacts): boolean {
  return isOwnAndActive(viewer, event) && event.moderation === "published";
}

/** One's own: a member's, or that of a guest. */
export const isOwnParty = (
  actor: Actor,
  { memberId, guestId }: Pick<RegistrationFacts, "memberId" | "guestId">,
): boolean =>
  isGuest(actor) ? actor.guestId === guestId : isActiveMember(actor) && actor.memberId === memberId;

/** One's own until it begins; whoever keeps the event, until it is over. */
export function canCancelRegistration(
  actor: Actor,
  registration: RegistrationFacts,
  event: EntryFacts & Pick<SeatedFacts, "startsAt" | "endsAt">,
  now: Date,
): boolean {
  if (!REGISTRATION_MOVES[registration.state].includes("cancelled")) return false;
  if (canKeepRegistrations(viewerOf(actor), event)) return !hasPassed(event.endsAt, now);
  return isOwnParty(actor, registration) && !hasPassed(event.startsAt, now);
}

/** One's own until the event begins, also once nobody new may register; what is offered is taken or left first. */
export function canChangeRegistration(
  actor: Actor,
  registration: RegistrationFacts,
  event: Pick<SeatedFacts, "progress" | "startsAt">,
  now: Date,
): boolean {
  if (!isLiving(registration.state) || registration.state === "offered") return false;
  if (event.progress === "cancelled" || hasPassed(event.startsAt, now)) return false;
  return isOwnParty(actor, registration);
}

/**
 * Why a party that is registered may not become one of so many `seats`, the first reason; null when it may. Fewer always may. More
 * take places as whoever registers now would, after those who wait; in a turn, or once one was selected, a party only shrinks.
 */
export function growthRefusal(
  event: SeatedFacts & { needsApproval: boolean },
  party: { state: RegistrationState; seats: number },
  seats: number,
  { free, isWaitedFor, now }: { free: number; isWaitedFor: boolean; now: Date },
): ErrorCode | null {
  if (seats <= party.seats) return null;
  const refusal = seatRefusal(event, { seats, standing: null }, now);
  if (refusal || party.state === "pending") return refusal;
  if (event.needsApproval) return "selectedCannotGrow";
  if (party.state === "waiting") return "waitingCannotGrow";
  if (isWaitedFor) return "placesWaitedFor";
  return seats - party.seats > free ? "placesTooFew" : null;
}

/** Whoever was offered a place takes it or leaves it. */
export function canTakeSeat(actor: Actor, registration: RegistrationFacts): boolean {
  return isOwnParty(actor, registration) && registration.state === "offered";
}

/** An offer that nobody took in its time. */
export const isOfferOver = (
  offer: { state: RegistrationState; offeredUntil: Date | null },
  now: Date,
) => offer.state === "offered" && hasPassed(offer.offeredUntil, now);

/** From its end on; never without an end. */
export const isOver = ({ endsAt }: Pick<SeatedFacts, "endsAt">, now: Date): boolean =>
  hasPassed(endsAt, now);

/** Why nobody is asked to an event any more, to come or to hold it; null as long as it goes on. */
export function endRefusal(
  event: Pick<SeatedFacts, "progress" | "endsAt">,
  now: Date,
): "eventIsCancelled" | "eventIsOver" | null {
  if (event.progress === "cancelled") return "eventIsCancelled";
  return isOver(event, now) ? "eventIsOver" : null;
}

/** What comes free is offered, and whoever keeps the event registers others, as long as it is online, goes on and has not begun. */
export const isOffering = (event: SeatedFacts, now: Date): boolean =>
  event.moderation === "published" &&
  !event.isHidden &&
  (event.progress === "open" || event.progress === "closed") &&
  event.startsAt !== null &&
  !hasPassed(event.startsAt, now);

/** How far an event may go next; one that is over stays what it was: those who came would read that it never took place. */
export const nextProgress = (
  { progress, endsAt }: Pick<SeatedFacts, "progress" | "endsAt">,
  now: Date,
): readonly EventProgress[] => (hasPassed(endsAt, now) ? [] : EVENT_MOVES[progress]);

/** Whoever keeps its registrations, to a state that `nextProgress` names. */
export function canMoveEvent(
  viewer: Viewer | null,
  event: EntryFacts & SeatedFacts,
  to: EventProgress,
  now: Date,
): boolean {
  return canKeepRegistrations(viewer, event) && nextProgress(event, now).includes(to);
}

/** A party gets places together or none, and only while it waits for some. */
export const isSeatable = (party: { state: RegistrationState; seats: number }, free: number) =>
  party.state === "waiting" && party.seats <= free;
