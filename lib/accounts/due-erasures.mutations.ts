import "server-only";
import { query, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { queueMailTo } from "@/lib/core/mail/queue-mail";
import { eraseForGood } from "./erasure";
import { type FormerAddress, listDueErasures, lockDueErasure } from "./erasure-request.queries";
import { canEraseAccount } from "./policy";

/**
 * Erases the accounts whose days to think are over and says goodbye to their addresses. Whoever withdraws while it runs
 * either is in time or finds the account gone. For the worker alone; gives how many.
 */
export async function eraseDueAccounts(): Promise<Counts> {
  authorize(canEraseAccount("portal", ""));
  const { done, failed } = await oneByOne(
    "erase-accounts",
    await listDueErasures(),
    async (id) => {
      let former: FormerAddress | null = null;
      await eraseForGood("portal", { accountId: id }, async (tx) => {
        former = await lockDueErasure(tx, id);
        authorize(former !== null);
        await recordEvent(tx, null, {
          name: "account.erasure-due",
          subjectType: "account",
          subjectId: id,
        });
      });
      await sayGoodbye(former);
      return true;
    },
    countAccounts,
  );
  return { left: done, failed };
}

const countAccounts = (): Promise<number> => query((db) => db.$count(accounts));

/** Written once nothing is left: a letter kept as a file would go with the account's others. */
async function sayGoodbye(former: FormerAddress | null): Promise<void> {
  if (!former) return;
  const { address, locale } = former;
  const to = { address, locale, name: "" };
  await transaction((tx) => queueMailTo(tx, to, { kind: "accountErased", data: {} }));
}
