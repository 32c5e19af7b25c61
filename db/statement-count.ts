import type postgres from "postgres";
import { query } from "./client";

type Shared = { clubDatabase?: { client?: { sql: postgres.Sql } } };

/** For the tests: what `run` gives, and which statements the serving pool was sent meanwhile. */
export async function statementsOf<T>(
  run: () => Promise<T>,
): Promise<{ result: T; statements: number; texts: string[] }> {
  await query((db) => db.execute("select"));
  const sql = (globalThis as Shared).clubDatabase?.client?.sql;
  if (!sql) throw new Error("no pool is open");
  const { unsafe } = sql;
  const texts: string[] = [];
  sql.unsafe = ((...args: Parameters<typeof unsafe>) => {
    texts.push(args[0]);
    return unsafe(...args);
  }) as typeof unsafe;
  try {
    const result = await run();
    return { result, statements: texts.length, texts };
  } finally {
    sql.unsafe = unsafe;
  }
}
