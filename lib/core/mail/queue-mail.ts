import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { greetingName } from "../auth/viewer-type";
import { queueJob } from "../jobs/queue-job";
import type { MailKind } from "./render-mail";

/**
 * Puts a mail in the outbox of the transaction that causes it; the worker sends it, in the account's language.
 * `data` fills the placeholders of `mails.<kind>` (`name` is known) and is emptied once the mail is sent.
 */
export async function queueMail(
  tx: Transaction,
  mail: { accountId: string; kind: MailKind; data: Record<string, string> },
): Promise<void> {
  const [account] = await tx
    .select({
      email: accounts.email,
      locale: accounts.locale,
      displayName: accounts.displayName,
      givenName: members.givenName,
      familyName: members.familyName,
      nameOrder: members.nameOrder,
      nameZh: members.nameZh,
    })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(accounts.id, mail.accountId));
  if (!account) return;
  const [row] = await tx
    .insert(mails)
    .values({
      accountId: mail.accountId,
      address: account.email,
      kind: mail.kind,
      locale: account.locale,
      data: { name: greetingName(account, account.locale), ...mail.data },
    })
    .returning({ id: mails.id });
  if (row) await queueJob(tx, "send-mail", { mailId: row.id });
}
