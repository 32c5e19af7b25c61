import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { tellOwner } from "./notices";
import { canTakeArchive } from "./policy";
import { type Behalf, lockAsked } from "./proof.queries";

/**
 * Lets an administrator take the archive of a person who has asked for it elsewhere (`note` says how), for
 * `ARCHIVE_MINUTES`; it holds their messages, so they are written to. Throws as `lockAsked`, `moveNotAllowed`.
 */
export async function openArchive(
  tx: Transaction,
  viewer: Viewer,
  input: { currentPassword: string; of: Behalf; note: string },
): Promise<void> {
  const { account, actor } = await lockAsked(tx, viewer, input);
  authorize(canTakeArchive(actor, account), "moveNotAllowed");
  const { id: accountId } = account;
  const event = {
    name: "account.archive-opened",
    subjectType: "account",
    subjectId: accountId,
    personal: { accountId, facts: { note: input.note } },
  } as const;
  await record(tx, actor, event, { tell: tellOwner(accountId, { to: "/account" }) });
}
