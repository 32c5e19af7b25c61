import type postgres from "postgres";
import { isConnectionLost } from "./errors";
import type { Gate } from "./gate";

/** The part of a postgres.js client, or of its transaction, that Drizzle calls. */
type Speaker = {
  options?: unknown;
  unsafe: postgres.Sql["unsafe"];
  begin?: (run: Scope) => Promise<unknown>;
  savepoint?: (run: Scope) => Promise<unknown>;
};
type Scope = (sql: Speaker) => Promise<unknown>;

/**
 * A postgres.js client for Drizzle that falls silent when the gate is shut.
 *
 * postgres.js 3.4.9 writes to the socket of a reserved connection without looking whether there is one: the rollback
 * it sends after a lost connection ends the process. It sends that, and the commit, when the function given to it
 * settles; so on a lost connection that function never does, and the caller hears of the loss from the gate.
 */
export function guardedSql(sql: postgres.Sql, gate: Gate): postgres.Sql {
  // Drizzle asks for nothing to be prepared: the client's own option decides.
  const prepare = Boolean(sql.options.prepare);
  return guarded(sql as unknown as Speaker, gate, prepare) as unknown as postgres.Sql;
}

function guarded(sql: Speaker, gate: Gate, prepare: boolean): Speaker {
  const { begin, savepoint } = sql;
  return {
    options: sql.options,
    unsafe(query, values) {
      gate.check();
      if (begin) gate.mayHaveWritten = true;
      return sql.unsafe(query, values, { prepare });
    },
    async begin(run) {
      gate.check();
      return begin?.(async (inner) => {
        const result = await insideScope(run, inner, gate, prepare);
        gate.mayHaveWritten = true;
        return result;
      });
    },
    async savepoint(run) {
      gate.check();
      return savepoint?.((inner) => insideScope(run, inner, gate, prepare));
    },
  };
}

async function insideScope(
  run: Scope,
  inner: Speaker,
  gate: Gate,
  prepare: boolean,
): Promise<unknown> {
  try {
    gate.check();
    const result = await Promise.race([run(guarded(inner, gate, prepare)), gate.shut]);
    if (!gate.isLost) return result;
  } catch (error) {
    if (!gate.isLost && !isConnectionLost(error)) throw error;
  }
  return new Promise<never>(() => {});
}
