import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { verifyPassword } from "@/lib/core/auth/password";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { lockForDecision } from "./deciding.queries";
import { FRESH_MINUTES, type HeldFacts } from "./policy";

/** What an account must show before its address or its existence changes. */
export type ProvenAccount = HeldFacts;

/**
 * Locks the viewer's account and asks for proof that it is them: the password, or where there is none a session that
 * began within `FRESH_MINUTES`. Throws `notFound`, `signInAgain`, and `wrongPassword` on `currentPassword`.
 */
export async function lockProven(
  tx: Transaction,
  viewer: Viewer,
  currentPassword: string,
): Promise<ProvenAccount> {
  const { id, role, email, status, passwordHash, erasureDueAt } = accounts;
  const [account] = await tx
    .select({ id, role, email, status, passwordHash, erasureDueAt, isFresh: freshSession(viewer) })
    .from(accounts)
    .where(eq(id, viewer.accountId))
    .for("no key update");
  authorize(account !== undefined);
  if (account.passwordHash === null) authorize(account.isFresh, "signInAgain");
  else if (!(await verifyPassword(account.passwordHash, currentPassword))) {
    throw new AppError("wrongPassword", { field: "currentPassword" });
  }
  return account;
}

/** Whose account an administrator acts on for them, as they saw it. */
export type Behalf = { accountId: string; version: number };

/**
 * Locks the account that something is asked for: the viewer's own, or `of` somebody on whose behalf an administrator asks.
 * The viewer proves who they are in either case. Throws as `lockProven` and `lockForDecision`.
 */
export async function lockAsked(
  tx: Transaction,
  viewer: Viewer,
  { currentPassword, of }: { currentPassword: string; of?: Behalf },
): Promise<{ account: HeldFacts & { isBroughtIn?: boolean }; actor: Viewer }> {
  if (!of) return { account: await lockProven(tx, viewer, currentPassword), actor: viewer };
  const locked = await lockForDecision(tx, viewer, of, { by: isAdministrator });
  await lockProven(tx, viewer, currentPassword);
  return locked;
}

/** How the viewer proves who they are: by their password, by having just signed in, or by signing in again. */
export async function askedProof(viewer: Viewer): Promise<"password" | "fresh" | "again"> {
  const [account] = await query((db) =>
    db
      .select({
        hasPassword: sql<boolean>`${accounts.passwordHash} is not null`,
        isFresh: freshSession(viewer),
      })
      .from(accounts)
      .where(eq(accounts.id, viewer.accountId)),
  );
  if (account?.hasPassword) return "password";
  return account?.isFresh ? "fresh" : "again";
}

const freshSession = ({ sessionId }: Viewer) => sql<boolean>`exists (select from ${sessions}
  where ${and(eq(sessions.id, sessionId), eq(sessions.accountId, accounts.id))}
  and ${sessions.createdAt} > now() - make_interval(mins => ${FRESH_MINUTES}))`;
