import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { MEMBERSHIP_STATUSES } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeAccount } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { ACCOUNT_MOVES } from "./policy";

afterAll(() => closeDatabase());

const cells = MEMBERSHIP_STATUSES.flatMap((from) =>
  MEMBERSHIP_STATUSES.map((to) => ({ from, to, isListed: ACCOUNT_MOVES[from].includes(to) })),
);

async function databaseAllows(from: (typeof cells)[0]["from"], to: (typeof cells)[0]["to"]) {
  try {
    await transaction(async (tx) => {
      const { accountId } = await makeAccount(tx, { status: from });
      await tx.update(accounts).set({ status: to }).where(eq(accounts.id, accountId));
    });
    return true;
  } catch (error) {
    if (isCheckViolation(error, "accounts_status_move")) return false;
    throw error;
  }
}

test.each(cells.filter(({ from, to }) => from !== to))(
  "the database and the policy agree on $from → $to: $isListed",
  async ({ from, to, isListed }) => {
    expect(await databaseAllows(from, to)).toBe(isListed);
  },
);
