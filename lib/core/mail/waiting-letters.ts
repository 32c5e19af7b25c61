import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";

/**
 * Removes the letters that wait to be sent and that `isMeant` finds in what they tell, but for those to `spared` accounts
 * and, with `sparesTeam`, to the club team. Sent ones hold nothing any more.
 */
export async function removeWaitingLetters(
  tx: Transaction,
  isMeant: (told: string[]) => boolean,
  { spared = [], sparesTeam = false }: { spared?: readonly string[]; sparesTeam?: boolean } = {},
): Promise<void> {
  const { id, accountId, data, sentAt } = mails;
  const waiting = await tx
    .select({ id, accountId, data, role: accounts.role })
    .from(mails)
    .leftJoin(accounts, eq(accounts.id, accountId))
    .where(isNull(sentAt));
  const ids = waiting.flatMap((letter) => {
    const isTeam = sparesTeam && letter.role !== null && letter.role !== "member";
    if (isTeam || spared.includes(letter.accountId ?? "")) return [];
    // `name` greets the addressee: a namesake's letters are theirs.
    const { name: _, ...told } = letter.data;
    return isMeant(Object.values(told)) ? [letter.id] : [];
  });
  if (ids.length > 0) await tx.delete(mails).where(and(inArray(id, ids), isNull(sentAt)));
}
