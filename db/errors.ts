import { DrizzleQueryError } from "drizzle-orm";

type DriverError = {
  code?: string;
  constraint_name?: string;
  query?: unknown;
  routine?: string;
};

/** What `error.digest` says in a page that failed for want of the database. */
const DATABASE_UNAVAILABLE = "DATABASE_UNAVAILABLE";

/**
 * The database could not be reached or could not answer in time.
 * `outcome` is `notWritten` when nothing can have been kept, `unknown` when a commit may have gone through.
 */
export class DatabaseUnavailable extends Error {
  readonly outcome: "notWritten" | "unknown";
  /** React hands this, and nothing else of an error, on to the page that tells of it. */
  readonly digest = DATABASE_UNAVAILABLE;

  constructor(outcome: "notWritten" | "unknown", cause: unknown) {
    super("The database is unavailable", { cause });
    this.name = "DatabaseUnavailable";
    this.outcome = outcome;
  }

  /** One line in the log for each page that was asked for meanwhile: where in the code it was is no news. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this.name}: ${this.message} (${reasonOf(this.cause)})`;
  }
}

/** An operation ran, or waited for its turn, longer than it may. */
export class DeadlinePassed extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DeadlinePassed";
  }
}

/** What the operations on a client that is taken out of use are told. */
export class ConnectionLost extends Error {
  readonly code = "CONNECTION_CLOSED";

  constructor(cause: unknown) {
    super("The connection was lost", { cause });
    this.name = "ConnectionLost";
  }
}

const NETWORK =
  /^E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|(HOST|NET)UNREACH|NOTFOUND|AI_AGAIN|NOENT)$/;
const DRIVER = /^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|DESTROYED|ENDED))$/;
const SERVER = /^(08...|57P0[1-5]|25P03)$/;
const LOST_RACE = /^(40P01|40001)$/;
const OVERLOADED = /^(53...|57014|55P03|40P01|40001)$/;

/** What PostgreSQL tells of an error beside its message: the row that failed, the statement within a function. */
const TELLING = ["detail", "where", "internal_query"];

/**
 * The driver's own error, without what quotes somebody: Drizzle's wrapper has every parameter in its message, the server's
 * details whole rows, and whatever is thrown may reach a log.
 */
export function driverError(error: unknown): unknown {
  const own = error instanceof DrizzleQueryError && error.cause ? error.cause : error;
  if (typeof own === "object" && own !== null && "severity" in own) {
    for (const name of TELLING) Reflect.deleteProperty(own, name);
  }
  return own;
}

/** An error in the words of whoever raised it, for a line in the log. */
export function reasonOf(error: unknown): string {
  const cause = driverError(error);
  return cause instanceof Error ? cause.message : String(cause);
}

function asDriverError(error: unknown): DriverError {
  const cause = driverError(error);
  return typeof cause === "object" && cause !== null ? cause : {};
}

/** True when the connection that a statement was sent on is gone. */
export function isConnectionLost(error: unknown): boolean {
  const found = asDriverError(error);
  const code = String(found.code);
  // The driver notes the query on every error it hands out: a mail server's ECONNRESET has none.
  return DRIVER.test(code) || ("query" in found && (NETWORK.test(code) || SERVER.test(code)));
}

/** True when the server refused for want of time, room or a lock: nothing was written, later it may work. */
export function isOverloaded(error: unknown): boolean {
  return OVERLOADED.test(String(asDriverError(error).code));
}

/** True when what was asked for did not get its lock in time. */
export function isLockTimeout(error: unknown): boolean {
  return asDriverError(error).code === "55P03";
}

/** True when the server ended a transaction for another one's sake: nothing of it stands, and at once it may work. */
export function isLostRace(error: unknown): boolean {
  return LOST_RACE.test(String(asDriverError(error).code));
}

/**
 * The text of a prepared statement that the server no longer has, or whose plan no longer fits the tables; null of any other
 * error. Nothing of its transaction stands, and prepared anew it may work.
 */
export function staleText(error: unknown): string | null {
  const { code, routine, query } = asDriverError(error);
  const isStale = code === "26000" || (code === "0A000" && routine === "RevalidateCachedQuery");
  return isStale ? String(query) : null;
}

/** True when a row with this key exists already; `constraint` narrows it to one index or constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation("23505", error, constraint);
}

/** True when a check constraint, or a trigger that speaks as one, refused the row. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return isViolation("23514", error, constraint);
}

function isViolation(code: string, error: unknown, constraint: string | undefined): boolean {
  const found = asDriverError(error);
  return found.code === code && (constraint === undefined || found.constraint_name === constraint);
}
