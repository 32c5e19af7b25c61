import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { AppError } from "@/lib/core/errors";
import type { NamedMember } from "./member-card";
import { levelOf } from "./policy";

/**
 * A person's names as other members may read them (the Chinese one only where it is open to them), and whether they are
 * named at all: unless their profile was taken down, or as `isNamed` says of `members` and `accounts`. Throws `notFound`.
 */
export async function readNames(
  tx: Transaction,
  memberId: string,
  isNamed: SQL = isShown(members),
): Promise<NamedMember> {
  const [row] = await tx
    .select({
      familyName: members.familyName,
      givenName: members.givenName,
      nameOrder: members.nameOrder,
      nameZh: members.nameZh,
      visibility: members.visibility,
      isUnnamed: sql<boolean>`not (${isNamed})`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId));
  if (!row) throw new AppError("notFound");
  const { visibility, ...names } = row;
  const isOpen = ["public", "members"].includes(levelOf(visibility, "nameZh"));
  return { ...names, memberId, nameZh: isOpen ? names.nameZh : null };
}

/** The account of a member and where it stands. Throws `notFound`. */
export async function readAccountOf(tx: Transaction, memberId: string) {
  const [row] = await tx
    .select({ accountId: accounts.id, status: accounts.status })
    .from(accounts)
    .innerJoin(members, eq(members.accountId, accounts.id))
    .where(eq(members.id, memberId));
  if (!row) throw new AppError("notFound");
  return row;
}
