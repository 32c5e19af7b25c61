import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

type Sent = { query: string; values: unknown[] };

/**
 * One connection to a database, and `weigh`: what a read gives, with its statements and what the database read for them:
 * pages of 8 KB, whether it had them in memory or not.
 */
export function openWeighed(url: string) {
  const sent: Sent[] = [];
  const sql = postgres(url, { max: 1, prepare: false, fetch_types: false, onnotice: () => {} });
  const db = drizzle(sql, {
    casing: "snake_case",
    logger: { logQuery: (query, values) => void sent.push({ query, values }) },
  });
  async function weigh<List>(run: () => Promise<List>) {
    sent.length = 0;
    const list = await run();
    const statements = [...sent];
    let buffers = 0;
    for (const one of statements) {
      buffers += Math.max(await read(sql, one, "auto"), await read(sql, one, "force_generic_plan"));
    }
    return { list, buffers, statements: statements.length };
  }
  return { sql, db, weigh };
}

/** A prepared statement is planned without its values once it has been asked for some time: `force_generic_plan`. */
async function read(sql: postgres.Sql, { query, values }: Sent, mode: string): Promise<number> {
  const given = values.map((value) =>
    value === null ? "null" : `'${String(value).replaceAll("'", "''")}'`,
  );
  await sql.unsafe(`set plan_cache_mode = ${mode}`);
  await sql.unsafe(`prepare asked as ${query}`);
  const execute = given.length > 0 ? `execute asked (${given.join(", ")})` : "execute asked";
  const [row] = await sql.unsafe(`explain (analyze, buffers, format json) ${execute}`);
  await sql.unsafe("deallocate asked");
  await sql.unsafe("set plan_cache_mode = auto");
  const { Plan: plan } = row?.["QUERY PLAN"][0] ?? {};
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}
