import type { Transaction } from "./client";
import { mailingRecipients, mailings } from "./schema/mailings";

const WORDS = { fr: "Bonjour", en: "Hello", zh: "您好" };

/** A draft in three languages, to all members. */
export async function makeMailing(
  tx: Transaction,
  madeBy: string,
  values: Partial<typeof mailings.$inferInsert> = {},
): Promise<{ id: string }> {
  const [row] = await tx
    .insert(mailings)
    .values({ kind: "notice", subject: WORDS, body: WORDS, madeBy, ...values })
    .returning({ id: mailings.id });
  if (!row) throw new Error("no mailing was made");
  return row;
}

/** Somebody whom a mailing goes to. */
export async function makeRecipient(
  tx: Transaction,
  values: typeof mailingRecipients.$inferInsert,
): Promise<void> {
  await tx.insert(mailingRecipients).values(values);
}
