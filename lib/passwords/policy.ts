import type { MembershipStatus, Role } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";

/** The links by which a password is chosen: a forgotten one, the first one of an administrator made on the server. */
export const PASSWORD_LINKS = ["reset-password", "first-administrator"] as const;

/** Those, the first sign-in of a new member, and the coming in of a person whom the club brought in. */
export type LinkPurpose = (typeof PASSWORD_LINKS)[number] | "first-sign-in" | "come-in";

/** Anybody may forget a password; a new member signs in first by link, who is pending comes in by one; the first administrator is active. */
export function canHaveLink(
  account: { role: Role; status: MembershipStatus },
  purpose: LinkPurpose,
): boolean {
  if (purpose === "reset-password") return true;
  if (purpose === "first-sign-in") return mayAct(account);
  if (purpose === "come-in") return account.status === "pending";
  return account.role === "administrator" && mayAct(account);
}
