import "server-only";
import { eq, sql } from "drizzle-orm";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { query, writtenOnce } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { secondFactors } from "@/db/schema/second-factors";
import { isPresent } from "@/db/standing";
import { waitingInterests, waitingIntroductions, waitingRoomInvitations } from "@/db/waiting";
import { DEFAULT_LOCALE, isLocale, type Locale } from "../i18n/locales";
import { path } from "../paths";
import { clubAdapter, type FoundSession } from "./adapter";
import { asViewer, viewerColumns } from "./reader";
import { noteSeen, SEEN_EVERY } from "./seen";
import { authOptions, secretOf } from "./session-cookie";
import { factorInUse, isHalfSession, isWholeSession } from "./session-state";
import { mayAct, mayRead } from "./standing";
import { hashToken } from "./tokens";
import { isStaff, type Viewer } from "./viewer-type";

/** What the header says beside the name. */
const headerCounts = {
  waiting: sql<number>`case when ${isPresent()}
    then (select count(*)::int from (${waitingInterests(members.id)} union all ${waitingIntroductions(members.id)}
      union all ${waitingRoomInvitations(members.id)}) waiting) else 0 end`,
  hasUnseen: sql<boolean>`exists (select from ${notices}
    where ${notices.accountId} = ${accounts.id} and ${notices.seenAt} is null)`,
};

/** Asked by each request that is signed in. */
const readSession = <Counts extends Partial<typeof headerCounts>>(counts: Counts) =>
  writtenOnce((db) =>
    db
      .select({
        ...viewerColumns,
        ...counts,
        sessionId: sessions.id,
        expires: sessions.expiresAt,
        portrait: members.portraitId,
        isStale: sql<boolean>`${sessions.seenAt} < now() - ${SEEN_EVERY}`,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(secondFactors, factorInUse)
      .where(isWholeSession)
      .prepare("session"),
  );
const withCounts = readSession(headerCounts);
const withoutCounts = readSession({});
type Read = typeof withCounts | typeof withoutCounts;

/** The viewer of this request, or null. The session is looked up in the database each time. */
export const getViewer = cache(() => readCookie(withCounts));

/** The same for an address that draws no page: without the header's counts, since one page asks for many pictures. */
export const getBareViewer = () => readCookie(withoutCounts);

async function readCookie(read: Read): Promise<Viewer | null> {
  // next-auth would log an error and take the reader for a visitor: it is thrown here instead.
  let failure: unknown = null;
  const adapter = clubAdapter(async (cookie) => {
    try {
      const sessionToken = await secretOf(cookie);
      return sessionToken ? await findLiving(sessionToken, read) : null;
    } catch (error) {
      failure = error;
      return null;
    }
  });
  const session = await getServerSession(authOptions(adapter));
  if (failure) throw failure;
  return session?.viewer ?? null;
}

/** The account a session's secret belongs to, as `getViewer` would give it to a request with that secret. */
export async function findViewer(sessionToken: string): Promise<Viewer | null> {
  return (await findLiving(sessionToken, withCounts))?.viewer ?? null;
}

/**
 * The session of a secret while it lives; null otherwise, and for a half session, whose second factor is still to be
 * given. This is the only place where a session becomes a viewer.
 */
async function findLiving(sessionToken: string, read: Read): Promise<FoundSession | null> {
  const [row] = await read({ tokenHash: hashToken(sessionToken) });
  if (!row) return null;
  if (row.isStale) noteSeen(row.sessionId);
  const { isStale: _, expires, ...account } = row;
  return { viewer: asViewer(account), expires };
}

/** Whose second factor a session awaits, or null when it awaits none. */
export async function findHalfSession(
  sessionToken: string,
): Promise<{ accountId: string; sessionId: string } | null> {
  const [half] = await query((db) =>
    db
      .select({ accountId: sessions.accountId, sessionId: sessions.id })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .innerJoin(secondFactors, factorInUse)
      .where(isHalfSession(sessionToken)),
  );
  return half ?? null;
}

/** The signed-in account, whatever its status; visitors are sent to sign in and come back. */
export async function requireAccount(locale: Locale, here: string): Promise<Viewer> {
  return (await getViewer()) ?? redirect(path(locale, "/sign-in", { next: path(locale, here) }));
}

/** An account that reads what members read; any other is sent to its status. */
export async function requireMember(locale: Locale, here: string): Promise<Viewer> {
  const viewer = await requireAccount(locale, here);
  return mayRead(viewer) ? viewer : redirect(path(locale, "/account"));
}

/** An account that may write as a member, for pages that only do: any other is sent to its status. */
export async function requireActor(locale: Locale, here: string): Promise<Viewer> {
  const viewer = await requireAccount(locale, here);
  return mayAct(viewer) ? viewer : redirect(path(locale, "/account"));
}

/**
 * A moderator or administrator; for anybody else the page does not exist. Who still needs a second factor for it is sent
 * to set one up.
 */
export async function requireStaff(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer?.sleepingRole) {
    const asked = (await headers()).get("x-club-locale");
    redirect(path(isLocale(asked) ? asked : DEFAULT_LOCALE, "/account/second-factor"));
  }
  return isStaff(viewer) ? viewer : notFound();
}
