import "server-only";
import { eq, notInArray } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { interests } from "@/db/schema/interests";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { interestEvent } from "./interest-event";
import { lockInterest } from "./locking.queries";
import { REVEALED_STATES } from "./policy";
import { findShownSectors } from "./shown.queries";

const isUnnamed = notInArray(interests.state, [...REVEALED_STATES]);

/** Finds anew, for each interest that is not accepted, what of its sender's sectors is shown to the project's owner. */
export async function coarsenInterests(): Promise<Counts> {
  const rows = await query((db) =>
    db.select({ id: interests.id }).from(interests).where(isUnnamed),
  );
  const ids = rows.map(({ id }) => id);
  const { done, failed } = await oneByOne("coarsen-unnamed", ids, (interestId) =>
    transaction(async (tx) => {
      const interest = await lockInterest(tx, interestId);
      authorize(!(REVEALED_STATES as readonly string[]).includes(interest.state));
      const shownSectors = await findShownSectors(tx, interest.senderId);
      if (shownSectors.join() === interest.shownSectors.join()) return false;
      await tx.update(interests).set({ shownSectors }).where(eq(interests.id, interestId));
      await record(tx, null, interestEvent("interest.shown-changed", interest));
      return true;
    }),
  );
  return { coarsened: done, failed };
}
