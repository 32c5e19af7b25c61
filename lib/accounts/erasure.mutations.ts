import "server-only";
import type { Transaction } from "@/db/client";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import type { Actor } from "@/lib/sessions/policy";
import { keepingAnAdministrator } from "./last-administrator";
import { erasureStatements } from "./personal-data";
import { canEraseAccount } from "./policy";

/**
 * Takes a person out of every table, as the map of personal data says: what stays is a key without a name. Its files
 * and letters are `eraseForGood`'s. Throws `notFound`, and `lastAdministrator`.
 */
export async function eraseAccount(
  tx: Transaction,
  actor: Actor,
  input: { accountId: string },
): Promise<void> {
  authorize(canEraseAccount(actor, input.accountId));
  await keepingAnAdministrator(async () => {
    for (const statement of erasureStatements(input.accountId)) await tx.execute(statement);
  });
  await recordEvent(tx, actor === "portal" ? null : actor, {
    name: "account.erased",
    subjectType: "account",
    subjectId: input.accountId,
    data: {},
  });
}
