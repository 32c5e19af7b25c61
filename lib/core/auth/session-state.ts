import "server-only";
import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { accounts, sessions } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { SESSION_LIFE } from "./session-life";
import { hashToken } from "./tokens";

/** Joins the second factor an account has in use, if it has. */
export const factorInUse = and(
  eq(secondFactors.accountId, accounts.id),
  isNotNull(secondFactors.confirmedAt),
);

const idle = sql`case when ${accounts.role} = 'member'
  then make_interval(days => ${SESSION_LIFE.idleDays})
  else make_interval(hours => ${SESSION_LIFE.teamIdleHours}) end`;

/** A session neither over nor idle for too long. Needs its account joined. */
export const isLiving = and(
  gt(sessions.expiresAt, sql`now()`),
  gt(sessions.seenAt, sql`now() - ${idle}`),
);

/** A session that waits for no second factor: none is in use, or it was given. Needs `factorInUse` left joined. */
export const isWhole = or(isNull(secondFactors.accountId), isNotNull(sessions.secondFactorAt));

/** The living session that signs in, of the secret whose hash is given as `tokenHash`. Needs its account, and `factorInUse` left joined. */
export const isWholeSession = and(
  eq(sessions.tokenHash, sql.placeholder("tokenHash")),
  isLiving,
  isWhole,
);

/** The living session of a secret whose second factor is still to be given. Needs its account and `factorInUse` joined. */
export const isHalfSession = (sessionToken: string): SQL | undefined =>
  and(eq(sessions.tokenHash, hashToken(sessionToken)), isLiving, isNull(sessions.secondFactorAt));
