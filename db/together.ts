import { type SQL, sql } from "drizzle-orm";
import { PgRemoteDatabase, PgRemoteSession } from "drizzle-orm/pg-proxy";
import { type Database, dialect, query } from "./client";
import { driverError } from "./errors";

/** How a function reads: `query`, or the one that `together` hands out. */
export type Read = typeof query;

type Row = unknown[];
type Asked = {
  text: string;
  values: unknown[];
  /** How many columns are selected. */
  width: number;
  answer: (rows: Row[]) => void;
  refuse: (reason: unknown) => void;
};

/**
 * Reads what knows nothing of each other in one statement: `run` gives the `read` it gets to the functions it calls, in
 * place of `query`. What they ask before any is answered goes together, what they ask of the answers goes together next.
 * Only for selects. Throws what `query` throws, then for all of them.
 */
export function together<T>(run: (read: Read) => Promise<T>): Promise<T> {
  let waiting: Asked[] = [];
  const flush = () => {
    const asked = waiting;
    waiting = [];
    void answerAll(asked);
  };
  const ask = (width: number) => (text: string, values: unknown[]) =>
    new Promise<{ rows: Row[] }>((resolve, refuse) => {
      // What was answered just now asks on before this runs.
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ text, values, width, answer: (rows) => resolve({ rows }), refuse });
    });
  const session = new PgRemoteSession(ask(0), dialect, undefined);
  session.prepareQuery = (asked, fields, ...rest) =>
    new PgRemoteSession(ask(fields?.length ?? 0), dialect, undefined).prepareQuery(
      asked,
      fields,
      ...rest,
    );
  const db = new PgRemoteDatabase(dialect, session, undefined) as unknown as Database;
  return run(async (ask) => {
    try {
      return await ask(db);
    } catch (error) {
      throw driverError(error);
    }
  });
}

async function answerAll(asked: Asked[]): Promise<void> {
  try {
    const all = sql`select json_build_array(${sql.join(asked.map(rowsOf), sql`, `)}) as found`;
    const [row] = await query((db) => db.execute<{ found: Row[][] }>(all));
    for (const [index, { answer }] of asked.entries()) answer(row?.found[index] ?? []);
  } catch (error) {
    for (const { refuse } of asked) refuse(error);
  }
}

/** The rows of a select as one value, each a list: two columns may have the same name. */
function rowsOf({ text, values, width }: Asked): SQL {
  const names = sql.raw(Array.from({ length: width }, (_, index) => `c${index}`).join(", "));
  return sql`(select coalesce(json_agg(json_build_array(${names})), '[]')
    from (${withValues(text, values)}) one (${names}))`;
}

/**
 * A text with its values in it, to be counted anew among those of others. A limit is written out: a plan that is kept for
 * all values takes an unknown one for a tenth of the rows, and is not kept.
 */
function withValues(text: string, values: unknown[]): SQL {
  const parts = text.split(/\$(\d+)/).map((part, index, all) => {
    if (index % 2 === 0) return sql.raw(part);
    const value = values[Number(part) - 1];
    const isLimit = typeof value === "number" && all[index - 1]?.endsWith(" limit ");
    return isLimit ? sql.raw(String(value)) : sql`${sql.param(value)}`;
  });
  return sql.join(parts);
}
