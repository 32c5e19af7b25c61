import type { MembershipStatus, Role } from "@/db/enums";
import { addDays } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import { canBringIn } from "@/lib/imports/policy";

/** An arrival is a person whom the club brought in, until they come in themselves or are erased. */
export type ArrivalFacts = {
  status: MembershipStatus;
  isBroughtIn: boolean;
  /** Their data is being deleted. */
  erasureDueAt: Date | null;
};

/** Days in Lyon, `YYYY-MM-DD`: brought in, first sent the link, reminded of it. */
export type ArrivalDays = {
  broughtOn: string;
  invitedOn: string | null;
  remindedOn: string | null;
};

/** As the worker knows administrators too. */
type Sender = { role: Role; status: MembershipStatus } | null;

/** The person that a link is for may come in, or ask to be forgotten. */
export function canComeIn({ status, isBroughtIn, erasureDueAt }: ArrivalFacts): boolean {
  return status === "pending" && isBroughtIn && erasureDueAt === null;
}

/** Administrators send or copy the link of who has not come in. */
export function canSendLink(viewer: Sender, account: ArrivalFacts): boolean {
  return canBringIn(viewer) && canComeIn(account);
}

/** A link works so long; somebody who does not come may be reminded after so many days, and proposed for deletion after so many. */
export const { arrivalDays: LINK_DAYS, arrivalRemindDays: REMIND_DAYS } = PROMISES;
export const WAIT_DAYS = PROMISES.arrivalWaitDays;

/** Once, some days after the link, on the calendar day `YYYY-MM-DD`. */
export function canRemind(
  viewer: Sender,
  account: ArrivalFacts & ArrivalDays,
  day: string,
): boolean {
  const { invitedOn, remindedOn } = account;
  const isDue = invitedOn !== null && addDays(invitedOn, REMIND_DAYS) <= day;
  return canSendLink(viewer, account) && isDue && remindedOn === null;
}

/** The last day on which the club keeps what it holds of who does not come, before its deletion is proposed. */
export const keptUntil = ({ broughtOn, invitedOn }: Omit<ArrivalDays, "remindedOn">): string =>
  addDays(invitedOn ?? broughtOn, WAIT_DAYS);

/** Administrators delete who has not come for so long, on the calendar day `YYYY-MM-DD`. */
export function canForget(
  viewer: Sender,
  account: ArrivalFacts & ArrivalDays,
  day: string,
): boolean {
  return canSendLink(viewer, account) && keptUntil(account) < day;
}
