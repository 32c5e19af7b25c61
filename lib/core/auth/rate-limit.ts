import "server-only";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { type Database, query } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { AppError, type ErrorCode } from "../errors";

/** Points a key may spend in so many seconds; figures after Mastodon's. */
export const LIMITS = {
  write: { points: 60, seconds: 60 },
  signInByAddress: { points: 25, seconds: 300 },
  signInByAccount: { points: 10, seconds: 900 },
  secondFactor: { points: 5, seconds: 900 },
  mailedLink: { points: 5, seconds: 1800 },
  applicationLink: { points: 5, seconds: 1800 },
  applicationLinksADay: { points: 20, seconds: 86_400 },
  directory: { points: 300, seconds: 900 },
  similar: { points: 120, seconds: 600 },
  logo: { points: 20, seconds: 600 },
  file: { points: 30, seconds: 600 },
  findMember: { points: 60, seconds: 900 },
  unsubscribe: { points: 60, seconds: 60 },
  newOrganisation: { points: 10, seconds: 86_400 },
} as const;

export type LimitName = keyof typeof LIMITS;

/**
 * Spends one point of a limit shared by all instances (kept in Postgres).
 * Throws `tooManyRequests`, or the code given, with the minutes left.
 */
export async function spend(
  limit: LimitName,
  key: string,
  code: ErrorCode = "tooManyRequests",
): Promise<void> {
  try {
    await query((db) => limiter(db, limit).consume(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw new AppError(code, { values: { minutes } });
  }
}

/** Gives a key all its points back: guessing is over once the right password was given. */
export async function forgive(limit: LimitName, key: string): Promise<void> {
  await query((db) => limiter(db, limit).delete(key));
}

function limiter(db: Database, limit: LimitName): RateLimiterDrizzle {
  const { points, seconds } = LIMITS[limit];
  return new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: limit,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}
