import type postgres from "postgres";
import { query } from "./client";

type Connection = { sql: postgres.Sql };
type Shared = { clubDatabase?: { client?: { connections: Set<Connection> } } };

/** For the tests: what `run` gives, and which statements the serving pool was sent meanwhile. */
export async function statementsOf<T>(
  run: () => Promise<T>,
): Promise<{ result: T; statements: number; texts: string[] }> {
  await query((db) => db.execute("select"));
  const connections = (globalThis as Shared).clubDatabase?.client?.connections;
  if (!connections) throw new Error("no pool is open");
  const texts: string[] = [];
  const sent = new Map<postgres.Sql, postgres.Sql["unsafe"]>();
  const listen = ({ sql }: Connection) => {
    const { unsafe } = sql;
    sent.set(sql, unsafe);
    sql.unsafe = ((...args: Parameters<typeof unsafe>) => {
      texts.push(args[0]);
      return unsafe(...args);
    }) as typeof unsafe;
  };
  connections.forEach(listen);
  // More are opened when several run at once.
  const { add } = connections;
  connections.add = (connection) => {
    listen(connection);
    return add.call(connections, connection);
  };
  try {
    const result = await run();
    return { result, statements: texts.length, texts };
  } finally {
    connections.add = add;
    for (const [sql, unsafe] of sent) sql.unsafe = unsafe;
  }
}
