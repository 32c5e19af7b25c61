import { eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { sendNextLinks } from "@/lib/arrivals/links.mutations";
import { today } from "@/lib/core/dates";
import type { Tasks } from "@/lib/core/mail/queue-job";

/**
 * Mails the links that an administrator asked for, some at a time, so that what is cut off goes on where it was: whoever was
 * written to is no longer among those left.
 */
export async function sendLinks({ by, importId, again }: Tasks["send-links"]): Promise<void> {
  const { id: accountId, role, status } = accounts;
  const [sender] = await query((db) =>
    db.select({ accountId, role, status }).from(accounts).where(eq(accountId, by)),
  );
  if (!sender) return;
  const asked = { importId, again, day: today() };
  while ((await transaction((tx) => sendNextLinks(tx, sender, asked))) > 0);
}
