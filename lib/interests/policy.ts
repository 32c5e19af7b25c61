import type { InterestState, MembershipStatus, ModerationState, ProgressState } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { ErrorCode } from "@/lib/core/errors";
import { isFinalProgress } from "@/lib/projects/policy";

/** The life of an expression of interest. The database refuses every other move. */
export const INTEREST_MOVES: Record<InterestState, readonly InterestState[]> = {
  sent: ["under-review", "more-info-asked", "accepted", "declined", "withdrawn", "lapsed"],
  "under-review": ["more-info-asked", "accepted", "declined", "withdrawn", "lapsed"],
  "more-info-asked": ["under-review", "declined", "withdrawn", "lapsed"],
  accepted: ["in-talks", "agreement", "no-agreement"],
  "in-talks": ["agreement", "no-agreement"],
  declined: [],
  withdrawn: [],
  lapsed: [],
  agreement: [],
  "no-agreement": [],
};

/** Those that wait for an answer: of these a member has five at most. */
export const OPEN_STATES = ["sent", "under-review", "more-info-asked"] as const;

/** Those of which a member has one a project: not ended yet. */
const STANDING_STATES = [...OPEN_STATES, "accepted", "in-talks"] as const;

/** Beside these no further one is sent: it has not ended, or it ended well. */
export const LASTING_STATES = [...STANDING_STATES, "agreement"] as const;

/** From acceptance on the two know who the other is. */
export const REVEALED_STATES = ["accepted", "in-talks", "agreement", "no-agreement"] as const;

/** Those that have come to nothing. */
export const ENDED_STATES = ["declined", "withdrawn", "lapsed", "no-agreement"] as const;

/** Accepted, and not ended without agreement: a partner of the project. */
export const PARTNER_STATES = ["accepted", "in-talks", "agreement"] as const;

const MOST_OPEN = 5;

const isOneOf = (states: readonly InterestState[], state: InterestState) => states.includes(state);

/** What the rules need to know of an interest; both ids are members'. One that is silenced is nothing to its owner. */
export type InterestFacts = {
  state: InterestState;
  senderId: string;
  ownerId: string;
  isSilenced?: boolean;
  /** Since when one of the two has ended the contact that its acceptance had made. */
  contactEndedOn?: string | null;
};

export type Party = "sender" | "owner";

type Writer = Viewer & { memberId: string };

/** Which of the two a member who reads is, or null. */
export function partyOf(
  viewer: Viewer | null,
  { senderId, ownerId, isSilenced }: Omit<InterestFacts, "state">,
): Party | null {
  if (!isReadingMember(viewer)) return null;
  if (viewer.memberId === senderId) return "sender";
  return viewer.memberId === ownerId && !isSilenced ? "owner" : null;
}

const canMove = (viewer: Viewer | null, facts: InterestFacts, party: Party, to: InterestState) =>
  mayAct(viewer) && partyOf(viewer, facts) === party && INTEREST_MOVES[facts.state].includes(to);

/** The two it concerns, and nobody else: the club team neither. */
export function canSeeInterest(viewer: Viewer | null, interest: InterestFacts): viewer is Writer {
  return partyOf(viewer, interest) !== null;
}

/** What of an interest is the viewer's to have translated: what the other wrote, once both said that a machine may. */
export type MachineFacts = { senderMachineAt: Date | null; receiverMachineAt: Date | null };

/** Whether both sides have said that a machine may translate. */
export const areBothWilling = ({ senderMachineAt, receiverMachineAt }: MachineFacts): boolean =>
  senderMachineAt !== null && receiverMachineAt !== null;

/** Either of the two, also once it has ended, as long as both say yes. */
export function canTranslateInterest(
  viewer: Viewer | null,
  interest: InterestFacts & MachineFacts,
): viewer is Writer {
  return canSeeInterest(viewer, interest) && areBothWilling(interest);
}

/** The project's owner says that they are reading it. */
export function canReviewInterest(viewer: Viewer | null, interest: InterestFacts): boolean {
  return interest.state === "sent" && canMove(viewer, interest, "owner", "under-review");
}

/** The project's owner, before deciding; not while an answer is still to come. */
export function canAskForMore(viewer: Viewer | null, interest: InterestFacts): boolean {
  return canMove(viewer, interest, "owner", "more-info-asked");
}

/** The sender answers what was asked; then it is under review again. */
export function canAnswerQuestion(viewer: Viewer | null, interest: InterestFacts): boolean {
  const isAsked = interest.state === "more-info-asked";
  return isAsked && canMove(viewer, interest, "sender", "under-review");
}

/** The project's owner, of somebody who is still a member, as long as the project is online. */
export function canAcceptInterest(
  viewer: Viewer | null,
  interest: InterestFacts & { senderStatus: MembershipStatus; moderation: ModerationState },
): boolean {
  const isPossible =
    mayAct({ status: interest.senderStatus }) && interest.moderation === "published";
  return isPossible && canMove(viewer, interest, "owner", "accepted");
}

/** The project's owner, as long as it waits, whatever became of the project or the sender. */
export function canDeclineInterest(viewer: Viewer | null, interest: InterestFacts): boolean {
  return canMove(viewer, interest, "owner", "declined");
}

/** The sender takes it back, until it is accepted. */
export function canWithdrawInterest(viewer: Viewer | null, interest: InterestFacts): boolean {
  return canMove(viewer, interest, "sender", "withdrawn");
}

/** Either of the two, once accepted: talks have begun, or have come to something or nothing. None begin once their contact has ended. */
export function canConcludeInterest(
  viewer: Viewer | null,
  interest: InterestFacts,
  to: InterestState,
): boolean {
  const isEnd = to === "agreement" || to === "no-agreement";
  const isStep = isEnd || (to === "in-talks" && !interest.contactEndedOn);
  return (
    isStep &&
    mayAct(viewer) &&
    canSeeInterest(viewer, interest) &&
    INTEREST_MOVES[interest.state].includes(to)
  );
}

/** Both write in the thread until it, or their contact, has ended. */
export function canWriteMessage(viewer: Viewer | null, interest: InterestFacts): boolean {
  const isOpen = isOneOf(STANDING_STATES, interest.state) && !interest.contactEndedOn;
  return mayAct(viewer) && canSeeInterest(viewer, interest) && isOpen;
}

/** Either of the two ends what acceptance has opened between them, at any time. */
export function canEndInterestContact(viewer: Viewer | null, interest: InterestFacts): boolean {
  const isContact = isOneOf(PARTNER_STATES, interest.state) && !interest.contactEndedOn;
  return canSeeInterest(viewer, interest) && isContact;
}

/** The portal ends what nobody has moved for sixty days; `isDue` says that they have passed. */
export function canLapse(interest: Pick<InterestFacts, "state">, isDue: boolean): boolean {
  return isDue && INTEREST_MOVES[interest.state].includes("lapsed");
}

/** Offline or at its end: nothing that waits in a project comes to anything any more. */
export function isProjectOver(project: {
  moderation: ModerationState;
  progress: ProgressState;
}): boolean {
  return project.moderation !== "published" || isFinalProgress(project.progress);
}

/** The owner's end of a project is the end of what waits in it, what they never read included. */
export function canEndInterest(
  viewer: Viewer | null,
  interest: InterestFacts & Parameters<typeof isProjectOver>[0],
): boolean {
  return (
    isProjectOver(interest) &&
    canMove(viewer, { ...interest, isSilenced: false }, "owner", "lapsed")
  );
}

/** Whoever has to act, as long as something is waited for and both are active members. */
export function canBeReminded(interest: { state: InterestState; isActive: boolean }): boolean {
  return isOneOf(OPEN_STATES, interest.state) && interest.isActive;
}

/** Who has to act: the one whom the portal reminds. Null once it is answered. */
export function awaitedParty(state: InterestState): Party | null {
  if (state === "more-info-asked") return "sender";
  return isOneOf(OPEN_STATES, state) ? "owner" : null;
}

/** What the rules need to know of a project before an interest in it. `day` is today's in Lyon. */
export type InterestingProject = {
  ownerId: string;
  ownerStatus: MembershipStatus;
  moderation: ModerationState;
  progress: ProgressState;
  acceptingInterests: boolean;
  deadline: string | null;
  /** One organisation holds the viewer and the owner, whatever they do there. */
  isColleague: boolean;
  /** The viewer has an interest in it that lasts. */
  isStanding: boolean;
  /** How many of the viewer's interests wait for an answer. */
  open: number;
  /** The viewer has blocked its owner, who is named to them. */
  isBlocked: boolean;
};

/** Why the viewer may not express interest in a project, the first reason; null when they may. */
export function interestRefusal(
  viewer: Viewer | null,
  project: InterestingProject,
  day: string,
): ErrorCode | null {
  if (!mayAct(viewer)) return "notActive";
  if (!isActiveMember(viewer)) return "interestMembersOnly";
  if (viewer.memberId === project.ownerId) return "interestOwnProject";
  if (project.isBlocked) return "interestBlocked";
  if (project.isColleague) return "interestOwnOrganisation";
  if (project.moderation !== "published" || !mayAct({ status: project.ownerStatus })) {
    return "interestProjectClosed";
  }
  if (project.isStanding) return "interestAlreadySent";
  if (isFinalProgress(project.progress)) return "interestEnded";
  if (["paused", "on-hold"].includes(project.progress)) return "interestPaused";
  if (project.deadline !== null && project.deadline < day) return "interestExpired";
  if (!project.acceptingInterests) return "interestNotAccepted";
  return project.open >= MOST_OPEN ? "interestFiveOpen" : null;
}

/** Whether `interestRefusal` has nothing against it on a day `YYYY-MM-DD` in Lyon. */
export function canExpressInterest(
  viewer: Viewer | null,
  project: InterestingProject,
  day: string,
): viewer is Writer {
  return interestRefusal(viewer, project, day) === null;
}
