import { ERASED_ADDRESS } from "@/lib/core/auth/erased-address";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";

/** `portal` is the `club` command at the server's console, or a mailed link that proves who one is. */
export type Actor = Viewer | "portal";

/** All sessions of an account end by the person, by an administrator's decision, or by the portal itself. */
export function canEndSessions(actor: Actor, accountId: string): boolean {
  return actor === "portal" || actor.accountId === accountId || isAdministrator(actor);
}

/** Whoever has an account, whatever its status; an erased one is nobody's (see the map of personal data). */
export function canSignIn(account: { email: string }): boolean {
  return !account.email.endsWith(ERASED_ADDRESS);
}
