import type { MembershipStatus } from "@/db/enums";
import { isThere } from "@/lib/core/auth/standing";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";

/** Fees, calls, payments and what cancels them are the administrators', their own dues included: the trail says who did it. */
export function canManageDues(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}

/** A document about dues is read by whom it is issued to, whatever their membership, and by administrators. */
export function canReadDues(viewer: Viewer | null, document: { accountId: string }): boolean {
  return viewer?.accountId === document.accountId || canManageDues(viewer);
}

/** Who is there is called: not yet who waits to come in, no more who is suspended or has left. */
export function canBeCalled(person: { status: MembershipStatus }): boolean {
  return isThere(person);
}

/** People of a category called at one press; the rest with the next. */
export const CALLS_AT_ONCE = 100;

/** What became of a call: a receipt that stands pays it, a cancellation ends it. */
export type CallFacts = { isPaid: boolean; isCancelled: boolean };

/** A call is paid once, and not after it was cancelled. */
export function canPayCall(viewer: Viewer | null, call: CallFacts): boolean {
  return canManageDues(viewer) && !call.isPaid && !call.isCancelled;
}

/** A call is cancelled as long as it is not paid: then its receipt goes first. */
export function canCancelCall(viewer: Viewer | null, call: CallFacts): boolean {
  return canPayCall(viewer, call);
}

/** A receipt is cancelled once. */
export function canCancelReceipt(
  viewer: Viewer | null,
  receipt: Pick<CallFacts, "isCancelled">,
): boolean {
  return canManageDues(viewer) && !receipt.isCancelled;
}
