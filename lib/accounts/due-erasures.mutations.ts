import "server-only";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { env } from "@/lib/core/env";
import { authorize } from "@/lib/core/errors";
import { type ClubEvent, record, type Telling } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { areMailsReadable } from "@/lib/core/mail/kept-mails";
import { eraseForGood, finishErasures } from "./erasure";
import { type FormerAddress, listDueErasures, lockDueErasure } from "./erasure-request.queries";
import { tellFormer } from "./notices";
import { canEraseAccount } from "./policy";

/**
 * Erases the accounts whose days to think are over and says goodbye to their addresses. Whoever withdraws while it runs
 * either is in time or finds the account gone; a refusal, as of the last administrator, counts as failed. Ends what a
 * crash left of earlier ones. `day` is the calendar day `YYYY-MM-DD` of the run. For the worker alone; gives how many.
 */
export async function eraseDueAccounts(day: string): Promise<Counts> {
  authorize(canEraseAccount("portal", ""));
  const eraseDue = async (id: string) => {
    let former: FormerAddress | null = null;
    const before = async (tx: Transaction) => {
      former = await lockDueErasure(tx, id);
      authorize(former !== null);
      await record(tx, null, {
        name: "account.erasure-due",
        subjectType: "account",
        subjectId: id,
      });
    };
    const tell = (event: ClubEvent) => sayGoodbye(former, event);
    await eraseForGood("portal", { accountId: id }, { before, tell });
    return true;
  };
  const due = await listDueErasures();
  const { done, failed } = await oneByOne("erase-accounts", due, eraseDue, {
    day,
    countAll: countAccounts,
  });
  await finishErasures();
  return { left: done, failed };
}

const countAccounts = (): Promise<number> => query((db) => db.$count(accounts));

/** None where a letter would stay as a file with the address; the demo club shows it to its reader. */
function sayGoodbye(former: FormerAddress | null, event: ClubEvent): Telling[] {
  if (!former || !(env().SMTP_URL || areMailsReadable())) return [];
  return tellFormer({ ...former, name: "" }, {})(event);
}
