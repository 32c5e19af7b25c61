import type { MembershipStatus, Role } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { isAdministrator, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { addDays } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import { type Actor, canSignIn } from "@/lib/sessions/policy";

/** The membership's lifecycle: from each status, where it may go. The database refuses every other move. */
export const ACCOUNT_MOVES: Record<MembershipStatus, readonly MembershipStatus[]> = {
  pending: ["active", "left"],
  active: ["suspended", "lapsed", "left"],
  suspended: ["active", "left"],
  lapsed: ["active", "suspended", "left"],
  left: [],
};

/** What the rules need to know of the account that is acted on. */
export type AccountFacts = { id: string; role: Role; status: MembershipStatus };

const isAnotherAdministrator = (viewer: Viewer | null, account: AccountFacts) =>
  isAdministrator(viewer) && viewer.accountId !== account.id;

const canMove = (account: AccountFacts, to: MembershipStatus) =>
  ACCOUNT_MOVES[account.status].includes(to);

/** An administrator suspends somebody else's active account. */
export function canSuspendAccount(viewer: Viewer | null, account: AccountFacts): boolean {
  return isAnotherAdministrator(viewer, account) && canMove(account, "suspended");
}

/** An administrator gives a suspended or lapsed account its access back. */
export function canReinstateAccount(viewer: Viewer | null, account: AccountFacts): boolean {
  const isOut = account.status === "suspended" || account.status === "lapsed";
  return isAnotherAdministrator(viewer, account) && isOut && canMove(account, "active");
}

/** An administrator notes that somebody's membership has run out; the portal itself does of members alone, not of the club team. */
export function canLapseAccount(actor: Actor | null, account: AccountFacts): boolean {
  const mayDecide =
    actor === "portal" ? account.role === "member" : isAnotherAdministrator(actor, account);
  return mayDecide && canMove(account, "lapsed");
}

/** So many days after a membership has lapsed, visitors no longer read what is theirs. */
export const OPEN_DAYS = PROMISES.openDays;

/** The last day, `YYYY-MM-DD`, on which they do. */
export const openUntil = (lapsedOn: string): string => addDays(lapsedOn, OPEN_DAYS);

/** The portal closes it then, on the calendar day `YYYY-MM-DD` after. */
export function canCloseAccount(
  account: { status: MembershipStatus; lapsedOn: string | null },
  day: string,
): boolean {
  const { status, lapsedOn } = account;
  return status === "lapsed" && lapsedOn !== null && openUntil(lapsedOn) < day;
}

/** The club team lets a pending account in, or says no to it; never to its own, nor to who was brought in and has not consented. */
export function canDecideAccount(
  viewer: Viewer | null,
  account: AccountFacts & { isBroughtIn?: boolean },
): boolean {
  const isOther = isStaff(viewer) && viewer.accountId !== account.id;
  return isOther && account.status === "pending" && !account.isBroughtIn;
}

/** An administrator changes the role of somebody else's account; a club team has active accounts only. */
export function canChangeRole(
  viewer: Viewer | null,
  account: AccountFacts,
  role: Role = "member",
): boolean {
  const fits = mayAct(account) || (account.status !== "left" && role === "member");
  return isAnotherAdministrator(viewer, account) && fits;
}

/** A link to a new address works so many hours, the way back to the old one so many days. */
export const ADDRESS_HOURS = PROMISES.addressHours;
export const UNDO_DAYS = PROMISES.undoDays;

/** One's own address, whatever the membership's status; an erased account has none. */
export function canChangeAddress(
  person: { accountId: string } | null,
  account: { id: string; email: string },
): boolean {
  return person?.accountId === account.id && canSignIn(account);
}

/** Whoever asks for their erasure has so many whole days to think. */
export const ERASURE_DAYS = PROMISES.erasureDays;

/** One's own account, whatever its status, once. */
export function canAskErasure(
  person: { accountId: string } | null,
  account: { id: string; email: string; erasureDueAt: Date | null },
): boolean {
  return canChangeAddress(person, account) && account.erasureDueAt === null;
}

/** One's own, once asked for and as long as it is not done. */
export function canWithdrawErasure(
  person: { accountId: string } | null,
  account: { id: string; erasureDueAt: Date | null },
): boolean {
  return person?.accountId === account.id && account.erasureDueAt !== null;
}

/** What the rules on somebody's data need to know beside. */
export type HeldFacts = AccountFacts & { email: string; erasureDueAt: Date | null };

const isHeldByAnother = (viewer: Viewer | null, account: HeldFacts) =>
  isAnotherAdministrator(viewer, account) && canSignIn(account);

/** An administrator asks for another address on somebody's behalf; it is confirmed from there. Administrators change theirs themselves. */
export function canAskAddressFor(viewer: Viewer | null, account: HeldFacts): boolean {
  return isHeldByAnother(viewer, account) && account.role !== "administrator";
}

/** Of who was brought in and never came nobody has confirmed the address: it is put right at once, and whoever reads there hears nothing. */
export function isAddressUnproven(account: {
  status: MembershipStatus;
  isBroughtIn?: boolean;
}): boolean {
  return account.status === "pending" && account.isBroughtIn === true;
}

/** An administrator notes that somebody has asked for their erasure elsewhere; that person has the same days to think. */
export function canAskErasureFor(viewer: Viewer | null, account: HeldFacts): boolean {
  return isHeldByAnother(viewer, account) && account.erasureDueAt === null;
}

/** What was noted for them is called off as long as it is not done; their own wish is theirs to withdraw. */
export function canWithdrawErasureFor(
  viewer: Viewer | null,
  account: HeldFacts & { isOwnWish: boolean },
): boolean {
  return isHeldByAnother(viewer, account) && account.erasureDueAt !== null && !account.isOwnWish;
}

/** An administrator takes out what the club holds on somebody who has asked for it elsewhere. */
export function canTakeArchive(viewer: Viewer | null, account: HeldFacts): boolean {
  return isHeldByAnother(viewer, account);
}

/** So many minutes an archive that was prepared for somebody can be taken. */
export const ARCHIVE_MINUTES = PROMISES.archiveMinutes;

/** One leaves the club whatever one's standing in it; a pending account is not in it yet. */
export function canLeaveClub(
  person: { accountId: string } | null,
  account: Pick<AccountFacts, "id" | "status">,
): boolean {
  return person?.accountId === account.id && account.status !== "pending" && canEnd(account);
}

/** An administrator notes that somebody has left. */
export function canEndMembership(viewer: Viewer | null, account: AccountFacts): boolean {
  return isAnotherAdministrator(viewer, account) && account.status !== "pending" && canEnd(account);
}

/** What an account is once its person has left. */
export const LEFT = { status: "left", role: "member", lapsedOn: null } as const;

const canEnd = ({ status }: Pick<AccountFacts, "status">) => ACCOUNT_MOVES[status].includes("left");

/** Erasure is one's own right, done by the portal once its day has come; for others the operator does it on the server, on request. */
export function canEraseAccount(actor: Actor, accountId: string): boolean {
  return actor === "portal" || actor.accountId === accountId;
}
