import type postgres from "postgres";
import { query } from "./client";

type Shared = { clubDatabase?: { client?: { sql: postgres.Sql } } };

/** For the tests: what `run` gives, and how many statements the serving pool was sent meanwhile. */
export async function statementsOf<T>(
  run: () => Promise<T>,
): Promise<{ result: T; statements: number }> {
  await query((db) => db.execute("select"));
  const sql = (globalThis as Shared).clubDatabase?.client?.sql;
  if (!sql) throw new Error("no pool is open");
  const { unsafe } = sql;
  let statements = 0;
  sql.unsafe = ((...args: Parameters<typeof unsafe>) => {
    statements += 1;
    return unsafe(...args);
  }) as typeof unsafe;
  try {
    return { result: await run(), statements };
  } finally {
    sql.unsafe = unsafe;
  }
}
