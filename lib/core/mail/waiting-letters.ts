import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";

/** Whose it is, where it is to an account, and what it tells them. */
export type WaitingLetter = { accountId: string | null; role: Role | null; told: string[] };

/** Removes the letters that wait to be sent and that `isMeant` picks. Sent ones hold nothing any more. */
export async function removeWaitingLetters(
  tx: Transaction,
  isMeant: (letter: WaitingLetter) => boolean,
): Promise<void> {
  const { id, accountId, data, sentAt } = mails;
  const waiting = await tx
    .select({ id, accountId, data, role: accounts.role })
    .from(mails)
    .leftJoin(accounts, eq(accounts.id, accountId))
    .where(isNull(sentAt));
  // `name` greets the addressee: a namesake's letters are theirs.
  const meant = waiting.filter(({ data: { name: _, ...told }, ...letter }) =>
    isMeant({ ...letter, told: Object.values(told) }),
  );
  const ids = meant.map((one) => one.id);
  if (ids.length === 0) return;
  const isMeantStill = and(inArray(id, ids), isNull(sentAt));
  // Two erasures at once may mean the same letters: in one order neither waits for the other.
  await tx.select({ id }).from(mails).where(isMeantStill).orderBy(id).for("no key update");
  await tx.delete(mails).where(isMeantStill);
}
