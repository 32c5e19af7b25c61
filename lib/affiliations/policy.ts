import type {
  AffiliationRole,
  MembershipStatus,
  PageVisibility,
  RequestKind,
  RequestState,
} from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import {
  isActiveMember,
  isAdministrator,
  isReadingMember,
  isStaff,
  type Viewer,
} from "@/lib/core/auth/viewer-type";

/** The life of a request and of an invitation. The database refuses every other move. */
export const REQUEST_MOVES: Record<RequestState, readonly RequestState[]> = {
  open: ["accepted", "declined", "withdrawn"],
  accepted: [],
  declined: [],
  withdrawn: [],
};

const movesTo = ({ state }: { state: RequestState }, to: RequestState) =>
  REQUEST_MOVES[state].includes(to);

/** Somebody of an organisation; who is not active neither manages it nor takes it over. */
export type RosterPerson = { memberId: string; role: AffiliationRole; isActive: boolean };

/** What the rules need to know of an organisation: who sees it and who belongs to it. */
export type RosterFacts = {
  visibility: PageVisibility;
  people: readonly RosterPerson[];
  /** Taken down by the club team. */
  isHidden?: boolean;
};

/** Who asks or answers, as far as the rules care. */
type Person = { memberId: string | null; status: MembershipStatus };

export type RequestFacts = { memberId: string; kind: RequestKind; state: RequestState };

/**
 * `isLiving` is false once its thirty days have passed, `isVouched` once whoever sent it is no longer an active manager
 * of the organisation.
 */
export type InvitationFacts = {
  email: string;
  state: RequestState;
  isLiving: boolean;
  isVouched: boolean;
};

const isActivePerson = (person: Person | null) => mayAct(person) && person.memberId !== null;

/** The active managers of an organisation. */
export function managersOf<One extends RosterPerson>(roster: { people: readonly One[] }): One[] {
  return roster.people.filter(({ role, isActive }) => role === "manager" && isActive);
}

/** What somebody is in an organisation; null when they do not belong to it. */
export function roleIn(
  person: { memberId: string | null } | null,
  roster: RosterFacts,
): AffiliationRole | null {
  return roster.people.find(({ memberId }) => memberId === person?.memberId)?.role ?? null;
}

/** Active members find an organisation that is open to members, its own people always; its managers alone once it was taken down. */
export function canFindOrganisation(person: Person | null, roster: RosterFacts): boolean {
  const role = roleIn(person, roster);
  const isOpen = ["public", "members"].includes(roster.visibility) || role !== null;
  return isActivePerson(person) && (role === "manager" || (isOpen && !roster.isHidden));
}

/** To ask to become a person of an organisation. */
export function canJoin(person: Person | null, roster: RosterFacts): boolean {
  return canFindOrganisation(person, roster) && roleIn(person, roster) === null;
}

/** To ask to manage an organisation that nobody manages; its own people may too. */
export function canClaim(person: Person | null, roster: RosterFacts): boolean {
  return canFindOrganisation(person, roster) && managersOf(roster).length === 0;
}

/** Managers lead the people of their organisation: they decide, invite, hand over and remove. */
export function canManagePeople(
  viewer: Viewer | null,
  roster: RosterFacts,
): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer) && roleIn(viewer, roster) === "manager";
}

/** The managers decide; where there is none, the club team, never on a request of one's own. */
export function canDecideRequest(
  viewer: Viewer | null,
  roster: RosterFacts,
  request: RequestFacts,
): boolean {
  const isOpen = movesTo(request, "accepted") && movesTo(request, "declined");
  if (!isOpen || request.memberId === viewer?.memberId) return false;
  return managersOf(roster).length > 0 ? canManagePeople(viewer, roster) : isStaff(viewer);
}

/** A claim gives the organisation to manage, as long as nobody does. */
export function roleGiven(roster: RosterFacts, { kind }: RequestFacts): AffiliationRole {
  return kind === "claim" && managersOf(roster).length === 0 ? "manager" : "person";
}

/** Only the member who asked, while it is open; also once their membership has lapsed. */
export function canWithdrawRequest(viewer: Viewer | null, request: RequestFacts): boolean {
  const isOwn = isReadingMember(viewer) && request.memberId === viewer.memberId;
  return isOwn && movesTo(request, "withdrawn");
}

/** An invitation that can be answered at all; any other reads as expired. */
export function isStanding(invitation: Omit<InvitationFacts, "email">): boolean {
  const isOpen = movesTo(invitation, "accepted") && movesTo(invitation, "declined");
  return isOpen && invitation.isLiving && invitation.isVouched;
}

/** The link alone is not enough: the account's address is the invited one. */
export function canAcceptInvitation(
  person: (Person & { email: string }) | null,
  invitation: InvitationFacts,
): boolean {
  const isTheirs = isActivePerson(person) && person?.email === invitation.email;
  return isStanding(invitation) && isTheirs;
}

/** Whoever holds the link may say no, unless they are signed in under another address. */
export function canDeclineInvitation(
  person: { email: string } | null,
  invitation: InvitationFacts,
): boolean {
  return isStanding(invitation) && (person === null || person.email === invitation.email);
}

/** A manager makes another active person of the organisation a manager too. */
export function canHandOver(viewer: Viewer | null, roster: RosterFacts, memberId: string): boolean {
  const heir = roster.people.find((person) => person.memberId === memberId);
  return canManagePeople(viewer, roster) && heir?.role === "person" && heir.isActive;
}

/** Nobody removes a manager: they step down or leave. */
export function canRemovePerson(
  viewer: Viewer | null,
  roster: RosterFacts,
  memberId: string,
): boolean {
  const role = roleIn({ memberId }, roster);
  return canManagePeople(viewer, roster) && role === "person" && memberId !== viewer.memberId;
}

/** A manager becomes a person again, as long as another manager stays. */
export function canStepDown(viewer: Viewer | null, roster: RosterFacts): boolean {
  return canManagePeople(viewer, roster) && managersOf(roster).length > 1;
}

/** The only manager stays while somebody active is there to be handed the organisation. */
export function canLeave(viewer: Viewer | null, roster: RosterFacts): boolean {
  const role = roleIn(viewer, roster);
  if (!isReadingMember(viewer) || role === null) return false;
  const others = roster.people.filter(
    ({ memberId, isActive }) => isActive && memberId !== viewer.memberId,
  );
  const [manager, ...more] = managersOf(roster);
  const isLastManager = manager?.memberId === viewer.memberId && more.length === 0;
  return !isLastManager || others.length === 0;
}

/** One's function in an organisation, and which is one's main one. */
export function canSetPosition(viewer: Viewer | null, roster: RosterFacts): boolean {
  return isReadingMember(viewer) && roleIn(viewer, roster) !== null;
}

/** What concerns some organisations, by what the viewer is in each (null: nothing), is begun by their managers, and by administrators. */
export function canDraftFor(
  viewer: Viewer | null,
  roles: readonly (AffiliationRole | null)[],
): boolean {
  return isAdministrator(viewer) || (isActiveMember(viewer) && roles.includes("manager"));
}
