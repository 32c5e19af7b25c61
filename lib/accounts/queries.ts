import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { cache } from "react";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canSignIn } from "@/lib/sessions/policy";
import { exportStatements } from "./personal-data";

export type OwnAccount = {
  email: string;
  hasPassword: boolean;
  createdAt: Date;
  /** When it is erased; null when that was not asked for. */
  erasureDueAt: Date | null;
  /** The day on which the membership lapsed, null unless it has, and whether visitors still read what is theirs. */
  lapsedOn: string | null;
  isOpen: boolean;
  /** While it is pending, it waits for its person and not for the club team. */
  isBroughtIn: boolean;
  /** Whether its member may be asked to introduce others; null without a profile. */
  mayIntroduce: boolean | null;
};

/** What the pages of the account show besides the viewer, read once a page. */
export const getOwnAccount = cache(async (viewer: Viewer): Promise<OwnAccount | null> => {
  const [row] = await query((db) =>
    db
      .select({
        email: accounts.email,
        hasPassword: sql<boolean>`${accounts.passwordHash} is not null`,
        createdAt: accounts.createdAt,
        erasureDueAt: accounts.erasureDueAt,
        lapsedOn: accounts.lapsedOn,
        isOpen: accounts.isOpen,
        isBroughtIn: accounts.isBroughtIn,
        mayIntroduce: sql<boolean | null>`(select own.may_introduce from members own
          where own.account_id = "accounts"."id")`,
      })
      .from(accounts)
      .where(eq(accounts.id, viewer.accountId)),
  );
  return row ?? null;
});

/** Whether an account was erased, for the operator; null where there is none with this key. */
export async function isErased(accountId: string): Promise<boolean | null> {
  const [row] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row ? !canSignIn(row) : null;
}

/** The addresses of all accounts but one. */
export async function listOtherAddresses(accountId: string): Promise<Set<string>> {
  const rows = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(ne(accounts.id, accountId)),
  );
  return new Set(rows.map(({ email }) => email));
}

export type Suspension = { reasonCode: string | null; words: string | null; decidedAt: Date };

/** Why and since when the viewer is suspended; null when they are not. */
export async function getOwnSuspension(viewer: Viewer): Promise<Suspension | null> {
  if (viewer.status !== "suspended") return null;
  const [row] = await query((db) =>
    db
      .select({
        reasonCode: decisions.reasonCode,
        words: decisions.words,
        decidedAt: decisions.decidedAt,
      })
      .from(decisions)
      .where(
        and(
          eq(decisions.subjectType, "account"),
          eq(decisions.subjectId, viewer.accountId),
          eq(decisions.verdict, "suspended"),
        ),
      )
      .orderBy(desc(decisions.decidedAt))
      .limit(1),
  );
  return row ?? null;
}

export type AccountExport = {
  exportedAt: string;
  account: string;
  /** Rows by table, with the columns' own names. */
  tables: Record<string, Record<string, unknown>[]>;
};

/** Everything the portal holds on a person, table by table, as the map of personal data says. */
export async function exportAccount({ accountId }: { accountId: string }): Promise<AccountExport> {
  const tables: AccountExport["tables"] = {};
  for (const [name, statement] of exportStatements(accountId)) {
    const rows = await query((db) => db.execute<{ row: Record<string, unknown> }>(statement));
    tables[name] = rows.map(({ row }) => row);
  }
  return { exportedAt: new Date().toISOString(), account: accountId, tables };
}
