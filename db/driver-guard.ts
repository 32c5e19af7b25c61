import type postgres from "postgres";
import type { Deadline } from "./deadline";
import { isConnectionLost, staleText } from "./errors";
import type { PreparedTexts } from "./prepared-texts";
import { markStatement } from "./request-mark";

/** The part of a postgres.js client, or of its transaction, that Drizzle calls. */
type Speaker = {
  options?: unknown;
  unsafe: postgres.Sql["unsafe"];
  begin?: (run: Scope) => Promise<unknown>;
  savepoint?: (run: Scope) => Promise<unknown>;
};
type Scope = (sql: Speaker) => Promise<unknown>;

/**
 * A postgres.js client for Drizzle that falls silent once its operation has ended.
 *
 * postgres.js 3.4.9 writes to the socket of a reserved connection without looking whether there is one: the rollback
 * it sends after a lost connection ends the process. It sends that, and the commit, when the function given to it
 * settles; so on a lost connection that function never does, and the caller hears of the loss from the operation's deadline.
 */
export function guardDriver(
  sql: postgres.Sql,
  deadline: Deadline,
  texts: PreparedTexts,
): postgres.Sql {
  return guarded(sql as unknown as Speaker, deadline, texts) as unknown as postgres.Sql;
}

function guarded(sql: Speaker, deadline: Deadline, texts: PreparedTexts): Speaker {
  const { begin, savepoint } = sql;
  return {
    options: sql.options,
    unsafe(query, values) {
      deadline.check();
      markStatement(query);
      if (begin) deadline.mayHaveWritten = true;
      return sql.unsafe(query, values, { prepare: texts.meet(query) });
    },
    async begin(run) {
      deadline.check();
      return begin?.(async (inner) => {
        const result = await insideScope(run, inner, deadline, texts);
        deadline.mayHaveWritten = true;
        return result;
      });
    },
    async savepoint(run) {
      deadline.check();
      return savepoint?.((inner) => insideScope(run, inner, deadline, texts));
    },
  };
}

async function insideScope(
  run: Scope,
  inner: Speaker,
  deadline: Deadline,
  texts: PreparedTexts,
): Promise<unknown> {
  try {
    deadline.check();
    const result = await Promise.race([run(guarded(inner, deadline, texts)), deadline.shut]);
    if (!deadline.isLost) return result;
  } catch (error) {
    texts.forget(staleText(error));
    if (!deadline.isLost && !isConnectionLost(error)) throw error;
  }
  return new Promise<never>(() => {});
}
