import type { MembershipStatus } from "@/db/enums";
import { mayAct, mayRead } from "@/lib/core/auth/standing";
import type { MailKind } from "./render-mail";

/** What a person can switch off, in the order the account page shows it. */
export const MAIL_GROUPS = [
  "digest",
  "interests",
  "questions",
  "translations",
  "rooms",
  "deadlines",
  "projects",
  "organisations",
  "activities",
  "experiences",
  "events",
  "team",
] as const;

/** Those that an account is asked about: what the club team gets is nobody else's to choose. */
export const groupsOffered = (isOfTeam: boolean): readonly MailGroup[] =>
  MAIL_GROUPS.filter((group) => isOfTeam || group !== "team");

/** The newsletter is no switch: whoever gets it has agreed to it, and takes that back. */
export type MailGroup = (typeof MAIL_GROUPS)[number] | "newsletter";

/**
 * The group of each kind of mail. `always` is sent whatever was switched off: decisions about oneself and one's texts,
 * and mails to addresses that have no account. So is `security`, which also stays at the address it was written to.
 */
const GROUP_OF: Record<MailKind, MailGroup | "always" | "security"> = {
  digest: "digest",
  newsletter: "newsletter",
  clubNotice: "always",
  signInCode: "security",
  passwordReset: "security",
  passwordChanged: "security",
  secondFactorSetUp: "security",
  secondFactorSwitchedOff: "security",
  secondFactorReset: "security",
  secondFactorRefused: "security",
  recoveryCodesRenewed: "security",
  recoveryCodeUsed: "security",
  addressChangeAsked: "security",
  addressToConfirm: "security",
  addressInUse: "security",
  addressChanged: "security",
  addressRestored: "security",
  erasureAsked: "security",
  erasureCalledOff: "security",
  accountErased: "always",
  accountSuspended: "always",
  membershipLapsed: "always",
  membershipEnded: "always",
  archiveOpened: "security",
  comeIn: "always",
  comeInAgain: "always",
  accountReinstated: "always",
  duesCalled: "always",
  duesReceived: "always",
  duesCallCancelled: "always",
  duesReceiptCancelled: "always",
  duesEndSoon: "always",
  duesOver: "always",
  membershipDeclined: "always",
  roleChanged: "always",
  takenDown: "always",
  putBack: "always",
  reportUpheld: "always",
  reportDismissed: "always",
  projectSubmitted: "projects",
  projectPublished: "always",
  projectChangesRequested: "always",
  projectRefused: "always",
  experienceSubmitted: "experiences",
  experiencePublished: "always",
  experienceChangesRequested: "always",
  experienceRefused: "always",
  cooperationPublished: "always",
  eventPublished: "always",
  eventSeatsFreed: "always",
  eventPlaceGivenUp: "events",
  eventPersonNamed: "always",
  eventHostAsked: "organisations",
  eventHostAnswered: "always",
  cooperationChangesRequested: "always",
  eventChangesRequested: "always",
  cooperationRefused: "always",
  eventRefused: "always",
  eventRegistered: "always",
  eventMessage: "always",
  eventReminder: "always",
  eventAttended: "always",
  eventGuestAsked: "always",
  eventSeatOffered: "always",
  eventSeatPassed: "events",
  eventOfferExpired: "events",
  eventCancelled: "always",
  eventChanged: "always",
  eventSelectionTold: "always",
  experienceEndorsed: "experiences",
  experienceContradicted: "experiences",
  experiencesToConfirm: "experiences",
  revisionPublished: "always",
  revisionChangesRequested: "always",
  revisionRefused: "always",
  affiliationRequested: "organisations",
  requestAccepted: "organisations",
  requestDeclined: "organisations",
  claimAccepted: "organisations",
  claimOvertaken: "organisations",
  organisationInvitation: "always",
  clubInvitation: "always",
  invitationAccepted: "organisations",
  invitationDeclined: "organisations",
  madeManager: "organisations",
  personLeft: "organisations",
  personRemoved: "organisations",
  interestReceived: "interests",
  interestMoreAsked: "interests",
  interestAnswered: "interests",
  interestAccepted: "interests",
  interestDeclined: "interests",
  interestWithdrawn: "interests",
  interestConcluded: "interests",
  interestMessage: "interests",
  interestToAnswer: "interests",
  interestQuestionWaits: "interests",
  interestLapsed: "interests",
  interestProjectOver: "interests",
  interestProjectOffline: "interests",
  introductionAsked: "interests",
  introductionToPassOn: "interests",
  introductionPassedOn: "interests",
  introductionAccepted: "interests",
  deadlineSoon: "deadlines",
  projectExpired: "deadlines",
  activitiesToConfirm: "activities",
  profileToConfirm: "always",
  activityRemoved: "activities",
  askReceived: "questions",
  questionAsked: "questions",
  questionAnswered: "questions",
  translationAsked: "translations",
  translationOffered: "translations",
  translationAccepted: "translations",
  translationPublished: "translations",
  translationDeclined: "translations",
  outcomeFollowUp: "projects",
  roomInvitation: "rooms",
  roomInvitationAccepted: "rooms",
  roomInvitationDeclined: "rooms",
  roomMention: "rooms",
  roomMessages: "rooms",
  photosRefused: "always",
  teamQueue: "team",
  roomRemoved: "rooms",
  roomLead: "rooms",
  roomPersonJoined: "rooms",
  roomPersonLeft: "rooms",
  roomClosed: "rooms",
  roomReopened: "rooms",
  roomReopenedWith: "rooms",
  roomProjectOver: "rooms",
  projectOwnerGone: "rooms",
  projectOffered: "always",
  projectTakenOver: "rooms",
  applicationQuestion: "always",
  applicationRefused: "always",
  applicationApproved: "always",
  applicationLink: "always",
  alreadyMember: "always",
  applicationSubmitted: "always",
  applicationWithdrawn: "always",
};

/**
 * Whether the mails of a group (null for those that are always sent) reach somebody by their membership: once it has lapsed,
 * those of the rooms that stay open to them.
 */
export const isMailed = (account: { status: MembershipStatus }, group: MailGroup | null): boolean =>
  group === null || (group === "rooms" ? mayRead(account) : mayAct(account));

/** Each of these can be muted by itself; what is no notice goes by its group. */
export const MUTABLE_KINDS = (Object.keys(GROUP_OF) as MailKind[]).filter(
  (kind) => mailGroupOf(kind) !== null && !["digest", "teamQueue", "newsletter"].includes(kind),
);

/** What tells a person who comes in to their account, or asks to: it does not follow a change of the address. */
export const SECURITY_MAILS = (Object.keys(GROUP_OF) as MailKind[]).filter(
  (kind) => GROUP_OF[kind] === "security",
);

/** The group of a kind of mail that can be switched off; null for one that is always sent. */
export function mailGroupOf(kind: MailKind): MailGroup | null {
  const group = GROUP_OF[kind];
  return group === "always" || group === "security" ? null : (group ?? null);
}

/** A group that the link of a mail may name: those that can be switched off, and the newsletter. */
export function isMailGroup(value: unknown): value is MailGroup {
  return value === "newsletter" || (MAIL_GROUPS as readonly unknown[]).includes(value);
}
