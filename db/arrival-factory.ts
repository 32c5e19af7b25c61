import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { makeAccount } from "./factories";
import type { accounts } from "./schema/accounts";
import { memberContacts, members } from "./schema/members";

/** Somebody whom the club brought in, and who has not come in. */
export async function makeArrival(
  tx: Transaction,
  account: Partial<typeof accounts.$inferInsert> = {},
): Promise<{ accountId: string; memberId: string }> {
  const waiting = { status: "pending", isBroughtIn: true, displayName: {} } as const;
  const { accountId } = await makeAccount(tx, { ...waiting, ...account });
  const [member] = await tx
    .insert(members)
    .values({
      ...{ accountId, slug: `member-${randomUUID()}` },
      ...{ familyName: "Quatrebarbes", givenName: "Odile" },
    })
    .returning({ id: members.id });
  if (!member) throw new Error("no member was made");
  await tx.insert(memberContacts).values({ memberId: member.id });
  return { accountId, memberId: member.id };
}
