import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { AppError, authorize } from "../errors";
import { PROMISES } from "../i18n/promises";
import { verifyPassword } from "./password";
import type { Viewer } from "./viewer-type";

/** Without a password one has to have signed in within so many minutes to change what matters most. */
const FRESH_MINUTES = PROMISES.freshMinutes;

/**
 * Locks the viewer's account and asks for proof that it is them: the password, or where there is none a session that
 * began within `FRESH_MINUTES`. Throws `notFound`, `signInAgain`, and `required` or `wrongPassword` on `currentPassword`.
 */
export async function lockProven(tx: Transaction, viewer: Viewer, currentPassword: string) {
  const { id, role, email, status, passwordHash, erasureDueAt } = accounts;
  const [account] = await tx
    .select({ id, role, email, status, passwordHash, erasureDueAt, isFresh: freshSession(viewer) })
    .from(accounts)
    .where(eq(id, viewer.accountId))
    .for("no key update");
  authorize(account !== undefined);
  if (account.passwordHash === null) authorize(account.isFresh, "signInAgain");
  else if (currentPassword === "") throw new AppError("required", { field: "currentPassword" });
  else if (!(await verifyPassword(account.passwordHash, currentPassword))) {
    throw new AppError("wrongPassword", { field: "currentPassword" });
  }
  return account;
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
