import { eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { sendNextLinks } from "@/lib/arrivals/links.mutations";
import { today } from "@/lib/core/dates";
import { log } from "@/lib/core/log";
import type { Tasks } from "@/lib/core/mail/queue-job";
import { canBringIn } from "@/lib/imports/policy";

type Asked = Tasks["send-links"];

/**
 * Mails the links that an administrator asked for, some at a time, so that what is cut off goes on where it was: whoever was
 * written to is no longer among those left. It ends with the office of who asked.
 */
export async function sendLinks(asked: Asked): Promise<void> {
  while ((await transaction((tx) => sendSome(tx, asked))) > 0);
}

async function sendSome(tx: Transaction, { by, importId, again }: Asked): Promise<number> {
  const { id: accountId, role, status } = accounts;
  const [sender] = await tx
    .select({ accountId, role, status })
    .from(accounts)
    .where(eq(accountId, by))
    // Whoever takes the office away waits for these few, and no more follow.
    .for("share");
  if (sender && canBringIn(sender)) {
    return sendNextLinks(tx, sender, { importId, again, day: today() });
  }
  log.warn({ event: "links.stopped", by, reason: "no administrator any more" });
  return 0;
}
