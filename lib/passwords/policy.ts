import type { MembershipStatus, Role } from "@/db/enums";

/** A forgotten password, or the first one of an administrator made on the server. */
export type LinkPurpose = "reset-password" | "first-administrator";

/** Anybody may forget a password; the other link is for administrators who can sign in. */
export function canHaveLink(
  account: { role: Role; status: MembershipStatus },
  purpose: LinkPurpose,
): boolean {
  if (purpose === "reset-password") return true;
  return account.role === "administrator" && account.status === "active";
}
