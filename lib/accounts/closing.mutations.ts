import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { addDays } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { canCloseAccount, OPEN_DAYS } from "./policy";

/**
 * Closes to visitors what is theirs whose membership lapsed more than `OPEN_DAYS` before a calendar day `YYYY-MM-DD`: once,
 * whoever comes second finds it done, and who has renewed meanwhile stays open. For the worker; gives how many.
 */
export async function closeLapsed(day: string): Promise<Counts> {
  const { id, status, isOpen, lapsedOn } = accounts;
  const last = addDays(day, -OPEN_DAYS);
  const isDue = and(eq(status, "lapsed"), eq(isOpen, true), lt(lapsedOn, last));
  const close = async (tx: Transaction, accountId: string) => {
    const isThis = and(eq(id, accountId), eq(isOpen, true));
    const lock = tx.select({ status, lapsedOn }).from(accounts).where(isThis);
    const [account] = await lock.for("no key update");
    authorize(account !== undefined && canCloseAccount(account, day));
    await tx.update(accounts).set({ isOpen: false }).where(eq(id, accountId));
    const event = { name: "account.closed", subjectType: "account", subjectId: accountId } as const;
    await record(tx, null, event);
    return true;
  };
  const due = await query((db) => db.select({ id }).from(accounts).where(isDue));
  const ids = due.map((one) => one.id);
  const run = (accountId: string) => transaction((tx) => close(tx, accountId));
  const countAll = () => query((db) => db.$count(accounts));
  const { done, failed } = await oneByOne("close-lapsed", ids, run, { day, countAll });
  return { closed: done, failed };
}
