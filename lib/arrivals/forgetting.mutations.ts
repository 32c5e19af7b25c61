import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { canBringIn } from "@/lib/imports/policy";
import { canForget } from "./policy";
import { arrivalColumns, withDay } from "./queries";
import { isArrival, isForgettable } from "./waiting.queries";

/** At one press; the rest with the next. */
const FORGOTTEN_AT_ONCE = 100;

/**
 * Has the data of everybody deleted who did not come in time, with the night's erasures. Who came in meanwhile is left
 * out. Gives how many. Throws `notFound`.
 */
export async function forgetDue(tx: Transaction, viewer: Viewer): Promise<number> {
  authorize(canBringIn(viewer));
  const day = today();
  const due = await tx
    .select(arrivalColumns)
    .from(accounts)
    .where(and(isArrival, isForgettable(day)))
    .orderBy(accounts.id)
    .limit(FORGOTTEN_AT_ONCE)
    .for("no key update");
  for (const arrival of due.map(withDay)) {
    authorize(canForget(viewer, arrival, day));
    await tx.update(accounts).set({ erasureDueAt: sql`now()` }).where(eq(accounts.id, arrival.id));
    const about = { subjectType: "account", subjectId: arrival.id } as const;
    await record(tx, viewer, { name: "account.deletion-decided", ...about });
  }
  return due.length;
}
