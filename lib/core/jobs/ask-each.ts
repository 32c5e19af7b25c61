import "server-only";
import { type Database, query, type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { isActing } from "@/db/standing";
import { oneByOne } from "./one-by-one";
import type { Counts, PlannedTask } from "./planned-task";

type Asking<Due> = {
  /** Who has something due, before it is held. */
  waiting: (db: Database) => PromiseLike<{ accountId: string }[]>;
  /** What is due of one of them, held: a second worker waits here, and then finds it asked for. */
  lockDue: (tx: Transaction, accountId: string) => PromiseLike<Due[]>;
  /** Notes that it was asked for, and asks; refuses whoever has been suspended meanwhile, whom the next run does not find. */
  ask: (tx: Transaction, accountId: string, due: Due[]) => Promise<void>;
};

/**
 * Asks each account once for all that is due of theirs. Whoever cannot be asked is logged and left to the next run. Throws
 * `AbsurdShare` as `oneByOne` does.
 */
export async function askEach<Due>(
  task: PlannedTask,
  day: string,
  { waiting, lockDue, ask }: Asking<Due>,
): Promise<Counts> {
  const found = await query(waiting);
  const ids = [...new Set(found.map(({ accountId }) => accountId))];
  const run = (accountId: string) =>
    transaction(async (tx) => {
      const due = await lockDue(tx, accountId);
      if (due.length > 0) await ask(tx, accountId, due);
      return due.length > 0;
    });
  const countAll = () => query((db) => db.$count(accounts, isActing()));
  const { done, failed } = await oneByOne(task, ids, run, { day, countAll });
  return { asked: done, failed };
}
