import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { duesFees } from "@/db/schema/dues";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { duesEvent } from "./dues-event";
import { canManageDues } from "./policy";

/**
 * Sets what each category pays for a year, in cents; null takes its fee away. What was called for already stays as it is.
 * Throws `notFound`.
 */
export async function setFees(
  tx: Transaction,
  viewer: Viewer,
  input: { year: number; fees: Record<string, number | null> },
): Promise<void> {
  authorize(canManageDues(viewer));
  const { year } = input;
  const fees = Object.entries(input.fees).sort(([one], [other]) => (one < other ? -1 : 1));
  const set = fees.flatMap(([category, amountCents]) =>
    amountCents === null ? [] : [{ category, year, amountCents }],
  );
  const none = fees.flatMap(([category, amount]) => (amount === null ? [category] : []));
  if (set.length > 0) {
    await tx
      .insert(duesFees)
      .values(set)
      .onConflictDoUpdate({
        target: [duesFees.category, duesFees.year],
        set: { amountCents: sql`excluded.amount_cents` },
      });
  }
  if (none.length > 0) {
    await tx.delete(duesFees).where(and(eq(duesFees.year, year), inArray(duesFees.category, none)));
  }
  await record(tx, viewer, duesEvent("dues.fees-set", viewer.accountId, { year }));
}
