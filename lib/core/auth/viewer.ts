import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { query } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import type { Locale } from "../i18n/locales";
import { path } from "../paths";
import { readSessionToken, SESSION_DAYS } from "./session-cookie";
import { hashToken } from "./tokens";
import { calledName, isStaff, type Viewer } from "./viewer-type";

/** The viewer of this request, or null. The session is looked up in the database each time. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = await readSessionToken();
  return token ? findViewer(token) : null;
});

/** The account a session's secret belongs to, while the session lives; null otherwise. */
export async function findViewer(sessionToken: string): Promise<Viewer | null> {
  const [row] = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        memberId: members.id,
        memberSlug: members.slug,
        role: accounts.role,
        status: accounts.status,
        locale: accounts.locale,
        theme: accounts.theme,
        sessionId: sessions.id,
        displayName: accounts.displayName,
        givenName: members.givenName,
        familyName: members.familyName,
        nameOrder: members.nameOrder,
        isStale: sql<boolean>`${sessions.seenAt} < now() - interval '5 minutes'`,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(
        and(
          eq(sessions.tokenHash, hashToken(sessionToken)),
          gt(sessions.expiresAt, sql`now()`),
          gt(sessions.seenAt, sql`now() - make_interval(days => ${SESSION_DAYS.idle})`),
        ),
      ),
  );
  if (!row) return null;
  if (row.isStale) {
    await query((db) =>
      db.update(sessions).set({ seenAt: sql`now()` }).where(eq(sessions.id, row.sessionId)),
    );
  }
  const { displayName, givenName, familyName, nameOrder, isStale: _, ...viewer } = row;
  const name = calledName({ displayName, givenName, familyName, nameOrder }, viewer.locale);
  return { ...viewer, name };
}

/** The signed-in account, whatever its status; visitors are sent to sign in and come back. */
export async function requireAccount(locale: Locale, here: string): Promise<Viewer> {
  return (await getViewer()) ?? redirect(path(locale, "/sign-in", { next: path(locale, here) }));
}

/** An active account; pending and suspended ones are sent to their status. */
export async function requireMember(locale: Locale, here: string): Promise<Viewer> {
  const viewer = await requireAccount(locale, here);
  return viewer.status === "active" ? viewer : redirect(path(locale, "/account"));
}

/** A moderator or administrator; for anybody else the page does not exist. */
export async function requireStaff(): Promise<Viewer> {
  const viewer = await getViewer();
  return isStaff(viewer) ? viewer : notFound();
}
