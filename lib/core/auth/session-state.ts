import "server-only";
import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { SESSION_DAYS } from "./session-cookie";
import { hashToken } from "./tokens";

/** Joins the second factor an account has in use, if it has, to its sessions. */
export const factorInUse = and(
  eq(secondFactors.accountId, sessions.accountId),
  isNotNull(secondFactors.confirmedAt),
);

const isLiving = (sessionToken: string) =>
  and(
    eq(sessions.tokenHash, hashToken(sessionToken)),
    gt(sessions.expiresAt, sql`now()`),
    gt(sessions.seenAt, sql`now() - make_interval(days => ${SESSION_DAYS.idle})`),
  );

/** A living session that signs in: no second factor is in use, or it was given. Needs `factorInUse` left joined. */
export const isWholeSession = (sessionToken: string): SQL | undefined =>
  and(
    isLiving(sessionToken),
    or(isNull(secondFactors.accountId), isNotNull(sessions.secondFactorAt)),
  );

/** A living session whose second factor is still to be given. Needs `factorInUse` inner joined. */
export const isHalfSession = (sessionToken: string): SQL | undefined =>
  and(isLiving(sessionToken), isNull(sessions.secondFactorAt));
