import type { RequestState, RoomRole } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";

/** The life of an invitation to a room. The database refuses every other move. */
export const ROOM_INVITATION_MOVES: Record<RequestState, readonly RequestState[]> = {
  open: ["accepted", "declined", "withdrawn"],
  accepted: [],
  declined: [],
  withdrawn: [],
};

/** Somebody who is in a room now; who was removed is not among its people. */
export type RoomPerson = {
  memberId: string;
  role: RoomRole;
  /** Others come upon what is theirs, as `isThere` says. */
  isPresent: boolean;
  /** A machine may translate what is written there, for their part. */
  allowsMachine?: boolean;
};

/** What the rules need to know of a room. */
export type RoomFacts = { isClosed: boolean; people: readonly RoomPerson[] };

export type RoomInvitationFacts = { memberId: string; state: RequestState };

/** What somebody is in a room; null for everybody who is not in it. */
export function roleInRoom(
  person: { memberId: string | null } | null,
  room: Pick<RoomFacts, "people">,
): RoomRole | null {
  return room.people.find(({ memberId }) => memberId === person?.memberId)?.role ?? null;
}

/** The leads of a room who are there. */
function leadsOf<One extends RoomPerson>(room: { people: readonly One[] }): One[] {
  return room.people.filter(({ role, isPresent }) => role === "lead" && isPresent);
}

/** Of these in a room somebody is asked to carry its project on, in this order. */
const HEIR_ROLES: readonly RoomRole[] = ["lead", "partner"];

/**
 * Who is asked to carry a project on: a lead, else the partner who stands in; in the order they came, each once, the next
 * `after` the one who was asked before, and nobody who is known to have been `asked`.
 */
export function heirOf<One extends RoomPerson & { memberId: string }>(
  room: { people: readonly One[] },
  after: string | null = null,
  asked: readonly string[] = [],
): One | undefined {
  const inOrder = HEIR_ROLES.flatMap((role) =>
    room.people.filter((person) => person.role === role),
  );
  const last = inOrder.findIndex(({ memberId }) => memberId === after);
  return inOrder
    .slice(last + 1)
    .find(({ memberId, isPresent }) => isPresent && !asked.includes(memberId));
}

const isAmong = (viewer: Viewer | null, room: RoomFacts, roles: readonly RoomRole[]) => {
  const role = roleInRoom(viewer, room);
  return isReadingMember(viewer) && role !== null && roles.includes(role);
};

const writes = (viewer: Viewer | null, room: RoomFacts, roles: readonly RoomRole[]) =>
  !room.isClosed && isAmong(viewer, room, roles);

/** The owner of a project opens its room, by accepting an interest. */
export function canOpenRoom(
  viewer: Viewer | null,
  project: { ownerMemberId: string },
): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer) && viewer.memberId === project.ownerMemberId;
}

/** Its own people, and nobody else: the club team neither. */
export function canReadRoom(
  viewer: Viewer | null,
  room: RoomFacts,
): viewer is Viewer & { memberId: string } {
  return isAmong(viewer, room, ["lead", "partner", "adviser", "observer"]);
}

/** Everybody in the open room but observers, who only read. */
export function canDiscuss(viewer: Viewer | null, room: RoomFacts): boolean {
  return writes(viewer, room, ["lead", "partner", "adviser"]);
}

/** Everybody who is in the room said that a machine may translate what is written there. */
export const areAllWilling = (room: Pick<RoomFacts, "people">): boolean =>
  room.people.every(({ allowsMachine }) => allowsMachine === true);

/** Whoever reads it, also once it is closed, where all of them said yes. */
export function canOrderTranslation(viewer: Viewer | null, room: RoomFacts): boolean {
  return canReadRoom(viewer, room) && areAllWilling(room);
}

/** Everybody in the open room but observers, who only read. */
export function canAddDocument(viewer: Viewer | null, room: RoomFacts): boolean {
  return writes(viewer, room, ["lead", "partner", "adviser"]);
}

/** A lead takes any document away, others what they brought themselves. */
export function canRemoveDocument(
  viewer: Viewer | null,
  room: RoomFacts,
  document: { authorId: string },
): boolean {
  const isOwn = canAddDocument(viewer, room) && document.authorId === viewer?.accountId;
  return isOwn || canLeadRoom(viewer, room);
}

/** Milestones: to plan, to move on, to mark as done. */
export function canPlan(viewer: Viewer | null, room: RoomFacts): boolean {
  return writes(viewer, room, ["lead", "partner"]);
}

/** Leads and partners, in the open room. */
export function canTellNews(viewer: Viewer | null, room: RoomFacts): boolean {
  return writes(viewer, room, ["lead", "partner"]);
}

/** A lead takes any update back, others their own. */
export function canTakeBackNews(
  viewer: Viewer | null,
  room: RoomFacts,
  update: { authorId: string },
): boolean {
  const isOwn = canTellNews(viewer, room) && update.authorId === viewer?.accountId;
  return isOwn || canLeadRoom(viewer, room);
}

/** A lead, and a partner where no active lead is left: somebody can always act, also once the room is closed. */
export const leadsRoom = (viewer: Viewer | null, room: RoomFacts) =>
  isAmong(viewer, room, leadsOf(room).length === 0 ? ["lead", "partner"] : ["lead"]);

/** Leads invite, give roles and close the room. */
export function canLeadRoom(
  viewer: Viewer | null,
  room: RoomFacts,
): viewer is Viewer & { memberId: string } {
  return !room.isClosed && leadsRoom(viewer, room);
}

/** A lead, or a partner where no lead is left; their account must be active. */
export function canReopenRoom(viewer: Viewer | null, room: RoomFacts): boolean {
  return room.isClosed && mayAct(viewer) && leadsRoom(viewer, room);
}

/** The invited member answers, as long as the room is open. */
export function canAnswerRoomInvitation(
  viewer: Viewer | null,
  room: RoomFacts,
  invitation: RoomInvitationFacts,
): boolean {
  const isTheirs = isActiveMember(viewer) && viewer.memberId === invitation.memberId;
  return isTheirs && !room.isClosed && ROOM_INVITATION_MOVES[invitation.state].length > 0;
}

/** A lead, or a partner where no lead is left; also once the room is closed. */
export function canWithdrawRoomInvitation(
  viewer: Viewer | null,
  room: RoomFacts,
  invitation: Pick<RoomInvitationFacts, "state">,
): boolean {
  const isOpen = ROOM_INVITATION_MOVES[invitation.state].includes("withdrawn");
  return isOpen && leadsRoom(viewer, room);
}

/** Leads give roles to those who do not lead, and step back themselves as long as another one leads. */
export function canChangeRoomRole(
  viewer: Viewer | null,
  room: RoomFacts,
  memberId: string,
  to: RoomRole,
): boolean {
  const person = room.people.find((one) => one.memberId === memberId);
  if (!canLeadRoom(viewer, room) || !person || person.role === to) return false;
  // Who stands in for a lead hands the lead to nobody: it is theirs again when they are back.
  if (to === "lead" && roleInRoom(viewer, room) !== "lead") return false;
  if (memberId === viewer.memberId && person.role === "lead") return leadsOf(room).length > 1;
  return person.role !== "lead" && (to !== "lead" || person.isPresent);
}

/** Nobody removes a lead; a closed room still lets go of people. */
export function canRemoveFromRoom(
  viewer: Viewer | null,
  room: RoomFacts,
  memberId: string,
): boolean {
  const role = roleInRoom({ memberId }, room);
  const isOther = memberId !== viewer?.memberId;
  return leadsRoom(viewer, room) && isOther && role !== null && role !== "lead";
}

/** Whether one person is left in a room. */
export const isLastInRoom = (room: Pick<RoomFacts, "people">): boolean => room.people.length === 1;

/** The last lead hands over first; the last person closes the room instead, so that somebody can still read it. */
export function canLeaveRoom(viewer: Viewer | null, room: RoomFacts): boolean {
  if (!canReadRoom(viewer, room) || isLastInRoom(room)) return false;
  const otherLeads = leadsOf(room).filter(({ memberId }) => memberId !== viewer.memberId);
  return roleInRoom(viewer, room) !== "lead" || otherLeads.length > 0;
}

/** Whoever proposes the project comes back into its room as a lead, however they came to be outside. */
export function canReturnToRoom(
  viewer: Viewer | null,
  room: RoomFacts & { ownerMemberId: string },
): viewer is Viewer & { memberId: string } {
  const isOwner = isActiveMember(viewer) && viewer.memberId === room.ownerMemberId;
  return isOwner && roleInRoom(viewer, room) === null;
}

/** Who is in the room in a role that is asked, and to whom its project is offered, takes it over or not, until the offer is over. */
export function canAnswerOffer(
  viewer: Viewer | null,
  room: RoomFacts & { offeredTo: string | null; isOfferOpen: boolean },
): viewer is Viewer & { memberId: string } {
  const isTheirs = isAmong(viewer, room, HEIR_ROLES) && viewer?.memberId === room.offeredTo;
  return isTheirs && mayAct(viewer) && room.isOfferOpen;
}
