import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { isOwnWish } from "./erasure-request.queries";

/**
 * Locks the account that is decided on and the one of who decides, in one order, and reads the latter anew: of two who act
 * on each other the second finds out that they no longer may. `by` says who decides, `from` which status the account has
 * to have. Throws `notFound`, `notOnYourself`, `alreadyDecided`, `conflict`.
 */
export async function lockForDecision(
  tx: Transaction,
  viewer: Viewer,
  input: { accountId: string; version: number },
  { by, from }: { by: (actor: Viewer) => boolean; from?: MembershipStatus },
) {
  const { id, role, status, locale, version, email, erasureDueAt, isBroughtIn } = accounts;
  const rows = await tx
    .select({ id, role, status, locale, version, email, erasureDueAt, isBroughtIn, isOwnWish })
    .from(accounts)
    .where(inArray(id, [viewer.accountId, input.accountId]))
    .orderBy(id)
    .for("no key update");
  const account = rows.find((row) => row.id === input.accountId);
  const own = rows.find((row) => row.id === viewer.accountId);
  const actor = own && { ...viewer, role: own.role, status: own.status };
  authorize(account !== undefined && actor !== undefined && by(actor));
  authorize(account.id !== actor.accountId, "notOnYourself");
  authorize(from === undefined || account.status === from, "alreadyDecided");
  authorize(account.version === input.version, "conflict");
  return { account, actor };
}

/** The same of an account that the portal itself acts on. Throws `notFound`, `conflict`. */
export async function lockAccount(tx: Transaction, input: { accountId: string; version: number }) {
  const { id, role, status, version } = accounts;
  const [account] = await tx
    .select({ id, role, status, version })
    .from(accounts)
    .where(eq(id, input.accountId))
    .for("no key update");
  authorize(account !== undefined);
  authorize(account.version === input.version, "conflict");
  return account;
}
