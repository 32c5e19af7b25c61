import "server-only";
import { inArray, sql } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { type Database, query, type Transaction } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { AppError, type ErrorCode } from "../errors";
import { PROMISES } from "../i18n/promises";
import { type Taken, takeAhead } from "./points-ahead";

/**
 * All figures. `points`: so many in so many `seconds`, then the key is closed; after Mastodon's figures. `ahead`: so many are
 * taken in one go, and given out by this instance (`points` is a multiple). `free`: so many at once, then one every so many seconds, for which a request waits `wait` seconds at most (`takeTurn`).
 */
export const LIMITS = {
  write: { points: 60, seconds: 60 },
  export: { points: 10, seconds: 600 },
  signInByAddress: { points: 25, seconds: 300 },
  secondFactor: { points: 5, seconds: 900 },
  mailedLink: { points: 5, seconds: 1800 },
  // One client with one link to a new or a former address.
  addressLink: { points: 10, seconds: 900 },
  // One client with the buttons of one mail.
  answerLink: { points: 10, seconds: 900 },
  // Tries at one account (`letIn`): by a browser it knows, by a line's first two tries of the day, by all the others.
  knownPassword: { points: 10, seconds: 900 },
  knownMail: { points: 5, seconds: 1800 },
  knownFactor: { points: 5, seconds: 900 },
  firstTries: { points: 2, seconds: 86_400 },
  passwordFirst: { free: 5, every: 8, wait: 8 },
  passwordAgain: { free: 10, every: 60, wait: 8 },
  mailFirst: { free: 4, every: 900, wait: 0 },
  mailAgain: { free: 2, every: 900, wait: 0 },
  resetFirst: { free: 4, every: 900, wait: 0 },
  resetAgain: { free: 2, every: 900, wait: 0 },
  applicationFirst: { free: 4, every: 900, wait: 0 },
  applicationAgain: { free: 2, every: 900, wait: 0 },
  guestFirst: { free: 4, every: 900, wait: 0 },
  guestAgain: { free: 2, every: 900, wait: 0 },
  factorFirst: { free: 4, every: 60, wait: 8 },
  factorAgain: { free: 5, every: 180, wait: 8 },
  // With each page of people: counting is one in three of its statements.
  directory: { points: 300, seconds: 900, ahead: 5 },
  similar: { points: 120, seconds: 600 },
  portrait: { points: 20, seconds: PROMISES.uploadMinutes * 60 },
  logo: { points: 20, seconds: PROMISES.uploadMinutes * 60 },
  file: { points: 30, seconds: PROMISES.uploadMinutes * 60 },
  findMember: { points: 60, seconds: 900 },
  // Pictures that a client has drawn; those that are there are not counted.
  sharePicture: { points: 120, seconds: 3600 },
  // What a client has a machine translate.
  machine: { points: 120, seconds: 3600 },
  unsubscribe: { points: 60, seconds: 60 },
  opinion: { points: 20, seconds: 86_400 },
  newOrganisation: { points: 10, seconds: 86_400 },
  // What is written to all who come to an event, whoever of those who keep it writes.
  eventWords: { points: 5, seconds: 3600 },
  // What one account, or one client without one, tells the club team is wrong.
  report: { points: 10, seconds: 3600 },
} as const;

type Named<Figures> = {
  [Name in keyof typeof LIMITS]: (typeof LIMITS)[Name] extends Figures ? Name : never;
}[keyof typeof LIMITS];

export type LimitName = Named<{ points: number }>;
export type PaceName = Named<{ free: number }>;

/**
 * Spends one point of a limit shared by all instances (kept in Postgres).
 * Throws `tooManyRequests`, or the code given, with the minutes left.
 */
export async function spend(
  limit: LimitName,
  key: string,
  code: ErrorCode = "tooManyRequests",
): Promise<void> {
  const figures: { points: number; ahead?: number } = LIMITS[limit];
  const taken = figures.ahead
    ? await takeAhead(`${limit}:${key}`, figures.ahead, (count) =>
        query((db) => consume(db, limit, key, count)),
      )
    : await query((db) => consume(db, limit, key));
  if (taken.isOver) throw tooMany(taken.seconds, code);
}

/** Spends one point as `spend` does, which counts only when the transaction commits. Throws `tooManyRequests`. */
export async function spendOnCommit(tx: Transaction, limit: LimitName, key: string): Promise<void> {
  const taken = await consume(tx, limit, key);
  if (taken.isOver) throw tooMany(taken.seconds);
}

/** Spends one point of a limit; tells whether there was one left. */
export async function isWithin(limit: LimitName, key: string): Promise<boolean> {
  return !(await query((db) => consume(db, limit, key))).isOver;
}

/** A refusal that says when to try again. */
export const tooMany = (seconds: number, code: ErrorCode = "tooManyRequests") =>
  new AppError(code, { values: { minutes: Math.max(1, Math.ceil(seconds / 60)) } });

/**
 * Takes the next turn of a pace shared by all instances. Gives the seconds to wait for it, or null when that would be
 * longer than a request may wait. Source: the generic cell rate algorithm (ITU-T I.371), whose one figure, when all turns
 * taken will have passed, stands in `expire`.
 */
export async function takeTurn(pace: PaceName, key: string): Promise<number | null> {
  const { free, every, wait } = LIMITS[pace];
  const now = sql`(now() at time zone 'utc')`;
  const over = sql`greatest(${rateLimits.expire}, ${now})`;
  const seconds = (count: number) => sql`make_interval(secs => ${count})`;
  const [turn] = await query((db) =>
    db
      .insert(rateLimits)
      .values({ key: `${pace}:${key}`, points: 0, expire: sql`${now} + ${seconds(every)}` })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: { expire: sql`${over} + ${seconds(every)}` },
        setWhere: sql`${over} <= ${now} + ${seconds((free - 1) * every + wait)}`,
      })
      .returning({ ahead: sql<number>`extract(epoch from ${rateLimits.expire} - ${now})::float` }),
  );
  return turn ? Math.max(0, turn.ahead - free * every) : null;
}

/** Gives keys all they had back: guessing is over once the right answer was given. */
export async function forgive(
  ...spent: (readonly [LimitName | PaceName, string])[]
): Promise<void> {
  const keys = spent.map(([limit, key]) => `${limit}:${key}`);
  await query((db) => db.delete(rateLimits).where(inArray(rateLimits.key, keys)));
}

type Client = Database | Transaction;

async function consume(db: Client, limit: LimitName, key: string, count = 1): Promise<Taken> {
  try {
    const { msBeforeNext } = await limiter(db, limit).consume(key, count);
    return { isOver: false, seconds: msBeforeNext / 1000 };
  } catch (error) {
    if (error instanceof RateLimiterRes)
      return { isOver: true, seconds: error.msBeforeNext / 1000 };
    throw error;
  }
}

function limiter(db: Client, limit: LimitName): RateLimiterDrizzle {
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
