import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle, PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { again } from "./again";
import { connect, preparesByName } from "./connect.mjs";
import { Deadline } from "./deadline";
import { guardDriver } from "./driver-guard";
import {
  ConnectionLost,
  DatabaseUnavailable,
  DeadlinePassed,
  driverError,
  isConnectionLost,
  isOverloaded,
} from "./errors";
import { MetTexts, PreparedTexts } from "./prepared-texts";
import { QuickDialect } from "./quick-dialect";
import { markDatabaseAway } from "./request-mark";
import { QuickSession } from "./rows";
import { createSemaphore } from "./semaphore";

export type Database = PostgresJsDatabase;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a read may go by, inside a transaction or not. */
export type Reader = Database | Transaction;

type Connection = {
  sql: postgres.Sql & { close?: () => Promise<void> };
  texts: PreparedTexts;
  closing: boolean;
  /** Since when no operation has it (ms). */
  restsSince: number;
};

type Client = {
  connections: Set<Connection>;
  /** Those without an operation: the last is taken first, so that few know all plans and not each knows each. */
  free: Connection[];
  met: MetTexts;
  lost: boolean;
  running: Set<Deadline>;
};

const POOL_SIZE = 10;
const SERVING_DEADLINE_MS = 4000;
/** The server's own limit comes a little later, for a client that has forgotten. */
const SERVER_GRACE_MS = 1000;
/** Who waits for a place has cost the database nothing yet; a browser and a proxy still wait for the answer. */
const PLACE_PATIENCE_MS = 8000;
const CONNECT_TIMEOUT_S = 3;
const FRESH_CLIENT_PAUSE_MS = 100;
/** What a rush has opened is closed when it has not been needed for so long. */
const LONGEST_REST_MS = 600_000;

/** Keeps how each column is called. */
export const dialect = new QuickDialect({ casing: "snake_case" });

/** One pool a process, also when the module is loaded twice (hot reload, several bundles). */
const shared = globalThis as typeof globalThis & {
  clubDatabase?: {
    client?: Client;
    lastFresh: number;
    takePlace: ReturnType<typeof createSemaphore>;
    url: () => string;
    deadlineMs: number;
    /** The operation that the running code belongs to; nobody asks where people are served. */
    within?: AsyncLocalStorage<Deadline>;
  };
};
shared.clubDatabase ??= {
  lastFresh: 0,
  takePlace: createSemaphore(POOL_SIZE, PLACE_PATIENCE_MS),
  url: databaseUrl,
  deadlineMs: SERVING_DEADLINE_MS,
  within: process.env.NODE_ENV === "production" ? undefined : new AsyncLocalStorage(),
};
const state = shared.clubDatabase;

/** Runs one or a few statements outside a transaction, each for itself. Throws `DatabaseUnavailable`. */
export function query<T>(run: (db: Database) => PromiseLike<T>): Promise<T> {
  return operate((driver) => run(over(driver)));
}

/** Asks with a text that is written already, its values in order; each row is a list. Throws `DatabaseUnavailable`. */
export function askWritten(text: string, values: unknown[]): Promise<unknown[][]> {
  return operate((driver) => driver.unsafe(text, values as never[]).values());
}

type Values = Record<string, unknown>;

/**
 * A read that many requests ask, whose text is written once: `write` ends with `.prepare(…)` and has `sql.placeholder`s where
 * what is given gives its values. Each use is an operation, as `query`'s. Throws `DatabaseUnavailable`.
 */
export function writtenOnce<T>(
  write: (db: Database) => { execute: (values: Values) => Promise<T> },
): (values: Values) => Promise<T> {
  const driver = {
    unsafe: (text: string, values: unknown[]) => ({ values: () => askWritten(text, values) }),
  };
  const statement = write(over(driver as unknown as postgres.Sql));
  return (values) =>
    statement.execute(values).catch((error: unknown) => {
      throw driverError(error);
    });
}

/**
 * Runs `run` in one transaction of at most four seconds (or what `workAsOwner` allows; or `deadlineMs`, for a job of the
 * worker that is known to take longer) and commits when it resolves.
 * Never call `query` or `transaction` inside it: tests and `npm run dev` refuse a second connection (but `beside`). A transaction
 * that lost a deadlock is run anew, so `run` keeps nothing outside it but what it sets afresh. Throws `DatabaseUnavailable`.
 */
export function transaction<T>(
  run: (tx: Transaction) => Promise<T>,
  deadlineMs?: number,
): Promise<T> {
  return operate((driver) => again(() => over(driver).transaction(run)), deadlineMs);
}

/** Runs what needs a connection of its own while an operation keeps one: few at a time, and never one that waits for its locks. */
export const beside = <T>(run: () => T): T => (state.within ? state.within.exit(run) : run());

/** Ends the pool after what runs on it (5 s at most); the next use opens a fresh one. */
export async function closeDatabase(): Promise<void> {
  const client = state.client;
  if (!client) return;
  state.client = undefined;
  await Promise.all([...client.connections].map(close));
}

/** Where the serving role connects. Throws when the setting is missing, without its value. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("Missing setting: DATABASE_URL");
  return url;
}

/**
 * Makes this process one that works instead of serving (worker, seeds, `club`): as the owner of the tables, with so many
 * milliseconds an operation. Call it before the first statement. Throws when neither address is set.
 */
export function workAsOwner(deadlineMs: number): void {
  state.url = () => process.env.DATABASE_OWNER_URL || databaseUrl();
  state.deadlineMs = deadlineMs;
}

/** Drizzle over a guarded driver: nothing but a session of it is an operation's own. */
const over = (driver: postgres.Sql): Database =>
  new PostgresJsDatabase(dialect, new QuickSession(driver, dialect, undefined), undefined);

async function operate<T>(
  run: (driver: postgres.Sql) => PromiseLike<T>,
  deadlineMs = state.deadlineMs,
): Promise<T> {
  if (state.within?.getStore()?.isOver === false)
    throw new Error("query or transaction was called inside another: hand db or tx on");
  const release = await state.takePlace().catch((reason: unknown) => {
    throw unavailable("notWritten", reason);
  });
  try {
    return await operateOn(await currentClient(), run, deadlineMs);
  } finally {
    release();
  }
}

async function operateOn<T>(
  client: Client,
  run: (driver: postgres.Sql) => PromiseLike<T>,
  deadlineMs: number,
): Promise<T> {
  const deadline = new Deadline();
  const connection = client.free.pop() ?? openConnection(client);
  client.running.add(deadline);
  const timer = setTimeout(
    () => deadline.end(new DeadlinePassed("the operation took too long")),
    deadlineMs,
  );
  try {
    const driver = guardDriver(connection.sql, deadline, connection.texts);
    const done = state.within ? state.within.run(deadline, run, driver) : run(driver);
    return await Promise.race([done, deadline.shut]);
  } catch (error) {
    throw judge(driverError(error), client, deadline);
  } finally {
    deadline.end();
    clearTimeout(timer);
    client.running.delete(deadline);
    giveBack(client, connection);
  }
}

/** What the caller is told, and what becomes of the client. */
function judge(error: unknown, client: Client, deadline: Deadline): unknown {
  if (isOverloaded(error)) return unavailable("notWritten", error);
  if (isConnectionLost(error)) retire(client, error);
  else if (error instanceof DeadlinePassed) replace(client);
  else return error;
  return unavailable(deadline.mayHaveWritten ? "unknown" : "notWritten", error);
}

function unavailable(outcome: DatabaseUnavailable["outcome"], cause: unknown) {
  markDatabaseAway();
  return new DatabaseUnavailable(outcome, cause);
}

async function currentClient(): Promise<Client> {
  const pause = state.lastFresh + FRESH_CLIENT_PAUSE_MS - Date.now();
  if (!state.client && pause > 0) await sleep(pause);
  if (!state.client) {
    state.client = {
      connections: new Set(),
      free: [],
      met: new MetTexts(),
      lost: false,
      running: new Set(),
    };
    state.lastFresh = Date.now();
  }
  return state.client;
}

function openConnection(client: Client): Connection {
  const prepare = preparesByName(process.env.DATABASE_PREPARE);
  const sql = connect(state.url(), {
    prepare,
    connect_timeout: CONNECT_TIMEOUT_S,
    onclose: () => {
      // One at rest that the server ends says nothing of the others.
      if (client.free.includes(connection)) drop(client, [connection]);
      else if (!connection.closing) retire(client, new Error("a connection was closed"));
    },
    connection: {
      application_name: `club ${process.pid}`,
      statement_timeout: state.deadlineMs + SERVER_GRACE_MS,
      lock_timeout: 3000,
      idle_in_transaction_session_timeout: 10_000,
      // Left alone, a name is planned anew for its first five values on each connection, and where values matter for all:
      // a page's and a letter's for longer than it runs.
      ...(prepare && { plan_cache_mode: "force_generic_plan" }),
    },
  });
  // Dates and jsonb come and go as Drizzle reads and writes them.
  drizzle(sql);
  const texts = new PreparedTexts(client.met);
  const connection = { sql, texts, closing: false, restsSince: 0 };
  client.connections.add(connection);
  return connection;
}

function giveBack(client: Client, connection: Connection) {
  const isWorn = connection.sql.options.prepare && connection.texts.isWorn;
  // Where one is worn, the others hold what died with it.
  if (client !== state.client || isWorn) return drop(client, [connection, ...client.free]);
  connection.restsSince = performance.now();
  client.free.push(connection);
  const [longest] = client.free;
  if (longest && connection.restsSince - longest.restsSince > LONGEST_REST_MS)
    drop(client, [longest]);
}

/** Closes what no operation has, and nobody uses it any more. */
function drop(client: Client, connections: readonly Connection[]) {
  client.free = client.free.filter((one) => !connections.includes(one));
  for (const one of connections) {
    client.connections.delete(one);
    close(one).catch(() => {});
  }
}

/** Ends a connection after what runs on it, 5 s at most. */
function close(connection: Connection): Promise<void> {
  connection.closing = true;
  return connection.sql.end({ timeout: 5 });
}

/** Takes a client out of use at once: a fresh one follows, and all that waits on the old one is told. */
function retire(client: Client, reason: unknown) {
  if (client.lost) return;
  client.lost = true;
  if (state.client === client) state.client = undefined;
  for (const deadline of client.running) deadline.lose(new ConnectionLost(reason));
  for (const { sql } of client.connections) {
    sql.end({ timeout: 0 }).catch(() => {});
    // A connection that was being opened meanwhile survives the first end.
    setTimeout(() => sql.close?.().catch(() => {}), (CONNECT_TIMEOUT_S + 1) * 1000).unref();
  }
}

/** Takes a slow client out of use, and lets what runs on it meet its own deadline. */
function replace(client: Client) {
  if (state.client === client) state.client = undefined;
  setTimeout(
    () => retire(client, new DeadlinePassed("replaced after a deadline")),
    state.deadlineMs,
  ).unref();
}
