/**
 * How long things last of which the portal says in words how long: one figure each. The rooms keep what is said by
 * taking theirs from here, and every message may name one: `within {reviewDays} working days`.
 */
export const PROMISES = {
  /** A code to sign in works so long, and so does the wait between its two steps. */
  codeMinutes: 10,
  factorMinutes: 10,
  /** New recovery codes can be looked at again so long. */
  recoveryMinutes: 10,
  /** Links to choose a password: asked for, of a first administrator, of a first sign-in. */
  resetMinutes: 30,
  firstHours: 24,
  welcomeDays: 7,
  /** Without a password, what matters most is changed so long after signing in. */
  freshMinutes: 15,
  /** A new address is confirmed within so many hours, the old one restored within so many days. */
  addressHours: 24,
  undoDays: 7,
  /** Whoever asks for their erasure has so many whole days to think. */
  erasureDays: 14,
  /** An archive prepared for somebody who asked for it can be taken so long. */
  archiveMinutes: 60,
  /** What is theirs whose membership has lapsed stays open to visitors so long. */
  openDays: 90,
  /** A session ends after so many days, and before when nobody comes, sooner with the team. */
  sessionDays: 30,
  idleDays: 14,
  teamIdleHours: 12,
  /** Working days in which the team answers an application, and reads a project or a change; its queue marks what waits longer. */
  answerDays: 5,
  reviewDays: 3,
  /** So many working days past either, the team is mailed at once, at night the next morning. */
  lateDays: 2,
  /** The link to an application works so long; a draft and one that came to nothing are kept so long. */
  linkDays: 30,
  draftDays: 30,
  endedMonths: 12,
  /** A report is kept so long after its decision. */
  reportMonths: 12,
  /** A colleague's invitation to an organisation, and the quiet after a declined request. */
  invitationDays: 30,
  /** The address of whoever was invited, to an organisation or the club, is kept so long after their link. */
  invitedKeptDays: 30,
  againDays: 30,
  /** A mail's buttons answer without signing in so long. */
  mailAnswerDays: 30,
  /** An expression of interest with which nothing happens ends. */
  interestDays: 60,
  /** A proposed exchange waits so long, and is not proposed again for so long after its end. */
  introductionDays: 30,
  introductionAgainDays: 30,
  /** A question to the club takes answers so long. */
  askDays: 30,
  /** A proposed exchange that came to nothing is kept so long after its end. */
  introductionKeptDays: 90,
  /** People from a file are taken back within so many hours; a file nobody uses is kept for so many days. */
  takeBackHours: 24,
  unusedFileDays: 7,
  /** A place that came free is held so long for the next who waits; shorter once the event is so many days away. */
  seatHours: 48,
  seatSoonHours: 4,
  seatSoonDays: 2,
  /** A guest without an account confirms within so many minutes; names and words of parties are kept so long after the event. */
  guestMinutes: 30,
  partyDays: 30,
  /** Whoever writes the same to the same members within so many hours is asked again. */
  sameMailHours: 24,
  /** A member invites ten people within so many days. */
  inviteDays: 30,
  /** The link of a person who was brought in, when they may be reminded of it, and when their data is proposed for deletion. */
  arrivalDays: 30,
  arrivalRemindDays: 14,
  arrivalWaitDays: 90,
  /** A room's messages that have not been read for so long are told of by mail. */
  unreadMinutes: 10,
  /** A room's lead may think so long about taking a project over. */
  offerDays: 14,
  /** One click extends a project's deadline by so many months; it lies so many ahead at most. */
  renewalMonths: 3,
  deadlineMonths: 24,
  /** After too many uploads in a row. */
  uploadMinutes: 10,
  /** What an account was told, the record of a letter, and of what the background tasks did. */
  noticeDays: 90,
  mailDays: 90,
  runDays: 90,
} as const;
