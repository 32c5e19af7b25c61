import { PgRemoteDatabase, PgRemoteSession } from "drizzle-orm/pg-proxy";
import { askWritten, type Database, dialect, type query } from "./client";
import { driverError } from "./errors";
import { rowsBy } from "./rows";

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
  session.prepareQuery = (asked, fields, name, isArrayMode, toRows = rowsBy(fields), ...rest) =>
    new PgRemoteSession(ask(fields?.length ?? 0), dialect, undefined).prepareQuery(
      asked,
      fields,
      name,
      isArrayMode,
      toRows,
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
    const values: unknown[] = [];
    const all = asked.map((one) => rowsOf(one, values)).join(", ");
    const [row] = await askWritten(`select json_build_array(${all})`, values);
    const found = row?.[0] as Row[][] | undefined;
    for (const [index, { answer }] of asked.entries()) answer(found?.[index] ?? []);
  } catch (error) {
    for (const { refuse } of asked) refuse(error);
  }
}

/** The rows of a select as one value, each a list: two columns may have the same name. Its values join the `others`. */
function rowsOf({ text, values, width }: Asked, others: unknown[]): string {
  const names = Array.from({ length: width }, (_, index) => `c${index}`).join(", ");
  return `(select coalesce(json_agg(json_build_array(${names})), '[]')
    from (${countedAnew(text, values, others)}) one (${names}))`;
}

/**
 * A text whose values are counted on from those of others. A limit is written out: a plan that is kept for
 * all values takes an unknown one for a tenth of the rows, and is not kept.
 */
function countedAnew(text: string, values: unknown[], others: unknown[]): string {
  const pieces = piecesOf(text);
  let counted = "";
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) counted += piece;
    else {
      const value = values[Number(piece) - 1];
      const isLimit = typeof value === "number" && pieces[index - 1]?.endsWith(" limit ");
      counted += isLimit ? value : `$${others.push(value)}`;
    }
  }
  return counted;
}

/** Pages ask with the same few hundred texts again and again. */
const MOST_KEPT = 500;
const kept = new Map<string, string[]>();

/** What stands between the places of values, and their numbers, in turns. */
function piecesOf(text: string): string[] {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const pieces = text.split(/\$(\d+)/);
  kept.set(text, pieces);
  return pieces;
}
