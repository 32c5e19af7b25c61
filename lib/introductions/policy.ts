import type { IntroductionAnswer, KeptAnswer, MembershipStatus, PassingAnswer } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { addDays } from "@/lib/core/dates";
import type { ErrorCode } from "@/lib/core/errors";
import { AGAIN_DAYS, INTRODUCTIONS_A_DAY } from "./introduction-limits";

export type IntroductionState = "asked" | PassingAnswer | IntroductionAnswer | "ended";

/**
 * The life of an introduction. Passed on, it is to its asker as before, and to whoever is asked as one that was asked directly:
 * `passed-on` and `not-passed` are what the go-between sees.
 */
export const INTRODUCTION_MOVES: Record<IntroductionState, readonly IntroductionState[]> = {
  asked: ["accepted", "not-now", "ended", "passed-on", "not-passed"],
  "passed-on": ["accepted", "not-now", "ended"],
  "not-passed": ["ended"],
  accepted: ["ended"],
  "not-now": [],
  ended: [],
};

/**
 * Where it stands on a day `YYYY-MM-DD` in Lyon. Read without an answer that is not a yes, this is what its asker sees: not now
 * and silence are one, waiting until its last day and ended from then on. `passing` is read by the go-between alone.
 */
export function stateOf(
  {
    answer,
    endsOn,
    passing,
    contactEndedOn,
  }: {
    answer: KeptAnswer | null;
    endsOn: string;
    passing?: PassingAnswer | null;
    contactEndedOn: string | null;
  },
  day: string,
): IntroductionState {
  if (passing) return passing;
  // Only whoever blocked the asker comes upon it, as that which keeps them from asking first.
  if (answer === "blocked") return "not-now";
  if (contactEndedOn) return "ended";
  return answer ?? (day < endsOn ? "asked" : "ended");
}

/** What the rules need to know of an introduction; both ids are members', the state is the one that the viewer sees. */
export type IntroductionFacts = {
  state: IntroductionState;
  askerId: string;
  askedId: string;
  /** Through whom it goes; null or left out where it goes directly. */
  goBetweenId?: string | null;
  /** The go-between has not passed it on: it is nothing yet to whoever is asked. */
  isHeld?: boolean;
};

export type Party = "asker" | "asked" | "go-between";

/** Which of the two, or the one between them, a member who reads is, or null. */
export function partyOf(
  viewer: Viewer | null,
  { askerId, askedId, goBetweenId, isHeld }: Omit<IntroductionFacts, "state">,
): Party | null {
  if (!isReadingMember(viewer)) return null;
  if (viewer.memberId === askerId) return "asker";
  if (viewer.memberId === goBetweenId) return "go-between";
  return viewer.memberId === askedId && !isHeld ? "asked" : null;
}

/** Those it concerns, and nobody else: the club team neither. */
export function canSeeIntroduction(viewer: Viewer | null, facts: IntroductionFacts): boolean {
  return partyOf(viewer, facts) !== null;
}

const canMove = (
  viewer: Viewer | null,
  facts: IntroductionFacts,
  party: Party,
  to: IntroductionState,
) =>
  mayAct(viewer) &&
  partyOf(viewer, facts) === party &&
  INTRODUCTION_MOVES[facts.state].includes(to);

/** Whoever was asked, of somebody who is still an active member. */
export function canAcceptIntroduction(
  viewer: Viewer | null,
  facts: IntroductionFacts & { askerStatus: MembershipStatus },
): boolean {
  return mayAct({ status: facts.askerStatus }) && canMove(viewer, facts, "asked", "accepted");
}

/** Whoever was asked says "not now", of which the asker never hears. */
export function canSetAsideIntroduction(viewer: Viewer | null, facts: IntroductionFacts): boolean {
  return canMove(viewer, facts, "asked", "not-now");
}

/** The go-between, between two who are still active members. */
export function canPassOnIntroduction(
  viewer: Viewer | null,
  facts: IntroductionFacts & { askerStatus: MembershipStatus; askedStatus: MembershipStatus },
): boolean {
  const areHere = mayAct({ status: facts.askerStatus }) && mayAct({ status: facts.askedStatus });
  return areHere && canMove(viewer, facts, "go-between", "passed-on");
}

/** The go-between keeps it to themselves, of which neither of the two ever hears. */
export function canKeepBackIntroduction(viewer: Viewer | null, facts: IntroductionFacts): boolean {
  return canMove(viewer, facts, "go-between", "not-passed");
}

/** The asker takes it back, until they know of a yes. */
export function canWithdrawIntroduction(viewer: Viewer | null, facts: IntroductionFacts): boolean {
  return facts.state !== "accepted" && canMove(viewer, facts, "asker", "ended");
}

/** Either of the two ends what a yes has opened, at any time. */
export function canEndContact(viewer: Viewer | null, facts: IntroductionFacts): boolean {
  const party = partyOf(viewer, facts);
  return (party === "asker" || party === "asked") && facts.state === "accepted";
}

/** Whoever asks says whether a machine may translate it, at any time. */
export function canChooseIntroductionMachine(
  viewer: Viewer | null,
  facts: IntroductionFacts,
): boolean {
  return partyOf(viewer, facts) === "asker";
}

/** Whoever reads it, the go-between too, where its asker said that a machine may. */
export function canTranslateIntroduction(
  viewer: Viewer | null,
  facts: IntroductionFacts & { machineAt: Date | null },
): viewer is Viewer & { memberId: string } {
  const party = partyOf(viewer, facts);
  return party !== null && party !== "asker" && facts.machineAt !== null;
}

/** What was asked between the viewer and another, as the viewer sees it. */
type Between = {
  id: string;
  isMine: boolean;
  state: IntroductionState;
  endsOn: string;
  /** Since when those who had met are no contacts any more. */
  contactEndedOn?: string | null;
};

/** Somebody whom the viewer may wish to ask. */
export type Acquaintance = {
  memberId: string;
  status: MembershipStatus;
  /** Stands in the directory. */
  isListed: boolean;
  between: readonly Between[];
  /** How many people the viewer has asked within 24 hours. */
  askedToday: number;
  /** The viewer stands in the directory: whom they ask sees who that is. */
  isAskerListed: boolean;
  /** The viewer has blocked them. */
  isBlocked: boolean;
};

/** Why the viewer may not ask, with the introduction that answers it, the day from which they may, or the limit that is reached. */
export type Refusal = { code: ErrorCode; id?: string; from?: string; most?: number };

/** What stands between the two on a day, if anything keeps the viewer from asking. */
function betweenThem(between: readonly Between[], day: string): Refusal | null {
  const found = (isMine: boolean | null, state: IntroductionState) =>
    between.find((one) => one.state === state && (isMine === null || one.isMine === isMine));
  const met = found(null, "accepted");
  if (met) return { code: "introductionMet", id: met.id };
  const theirs = found(false, "asked");
  if (theirs) return { code: "introductionTheyAsked", id: theirs.id };
  const mine = found(true, "asked");
  if (mine) return { code: "introductionWaits", id: mine.id };
  const days = between.flatMap(({ isMine, state, endsOn, contactEndedOn }) => {
    if (contactEndedOn) return [addDays(contactEndedOn, AGAIN_DAYS)];
    if (isMine) return [addDays(endsOn, AGAIN_DAYS)];
    return state === "not-now" ? [endsOn] : [];
  });
  const from = days.sort().at(-1);
  return from && day < from ? { code: "introductionLater", from } : null;
}

/** Why the viewer may not ask a person for an exchange on a day, the first reason; null when they may. */
export function introductionRefusal(
  viewer: Viewer | null,
  person: Acquaintance,
  day: string,
): Refusal | null {
  if (!mayAct(viewer)) return { code: "notActive" };
  if (!isActiveMember(viewer)) return { code: "introductionMembersOnly" };
  if (viewer.memberId === person.memberId) return { code: "introductionYourself" };
  if (person.isBlocked) return { code: "introductionBlocked" };
  const standing = betweenThem(person.between, day);
  if (standing) return standing;
  if (!(mayAct(person) && person.isListed)) return { code: "introductionUnavailable" };
  if (!person.isAskerListed) return { code: "introductionUnlisted" };
  return person.askedToday < INTRODUCTIONS_A_DAY
    ? null
    : { code: "introductionsADay", most: INTRODUCTIONS_A_DAY };
}

/** Whether a member's page offers the viewer to ask: of an active member in the directory, whatever stands between the two. */
export const mayBeAsked = (
  viewer: Viewer | null,
  member: { isOwn: boolean; status: MembershipStatus; isListed: boolean },
): boolean => isActiveMember(viewer) && !member.isOwn && mayAct(member) && member.isListed;

/** Whether `introductionRefusal` has nothing against it on a day `YYYY-MM-DD` in Lyon. */
export function canAskIntroduction(
  viewer: Viewer | null,
  person: Acquaintance,
  day: string,
): viewer is Viewer & { memberId: string } {
  return introductionRefusal(viewer, person, day) === null;
}
