import type { MembershipStatus, Role } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";

/** The links by which a password is chosen: a forgotten one, the first one of an administrator made on the server. */
export const PASSWORD_LINKS = ["reset-password", "first-administrator"] as const;

/** Those, and the first sign-in of a new member. */
export type LinkPurpose = (typeof PASSWORD_LINKS)[number] | "first-sign-in";

/** Anybody may forget a password; a new member signs in first by link; the third is for active administrators. */
export function canHaveLink(
  account: { role: Role; status: MembershipStatus },
  purpose: LinkPurpose,
): boolean {
  if (purpose === "reset-password") return true;
  if (purpose === "first-sign-in") return mayAct(account);
  return account.role === "administrator" && mayAct(account);
}
