import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import { interestMessages, interestMoves, interests } from "@/db/schema/interests";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { interestEvent } from "./interest-event";
import { MESSAGES_A_DAY } from "./interest-limits";
import { lockInterest } from "./locking.queries";
import { tellOfInterest } from "./notices";
import { canConcludeInterest, canSeeInterest, canWriteMessage, partyOf } from "./policy";

export type TalksState = "in-talks" | "agreement" | "no-agreement";

const otherParty = (party: ReturnType<typeof partyOf>) =>
  party === "owner" ? ("sender" as const) : ("owner" as const);

/**
 * Either of the two says that talks have begun, or what came of them; the other one is told.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function concludeInterest(
  tx: Transaction,
  viewer: Viewer,
  input: { interestId: string; version: number; state: TalksState },
): Promise<void> {
  const interest = await lockInterest(tx, input.interestId);
  authorize(canSeeInterest(viewer, interest));
  authorize(interest.version === input.version, "conflict");
  const { state } = input;
  authorize(canConcludeInterest(viewer, interest, state), "moveNotAllowed");
  const moved = await tx
    .update(interests)
    .set({ state, stateAt: sql`now()`, version: sql`version + 1`, updatedAt: sql`now()` })
    .where(and(eq(interests.id, interest.id), eq(interests.version, input.version)))
    .returning({ id: interests.id });
  authorize(moved.length === 1, "conflict");
  await tx
    .insert(interestMoves)
    .values({ interestId: interest.id, state, movedBy: viewer.accountId });
  const only = otherParty(partyOf(viewer, interest));
  // A mail's words are chosen by a name without a hyphen.
  const facts = { state: state === "in-talks" ? "talks" : state };
  await record(tx, viewer, interestEvent("interest.concluded", interest, { to: state }), {
    tell: tellOfInterest(interest, { only, facts }),
  });
}

/**
 * Writes in the thread, as long as the interest has not ended; the other one is told.
 * Throws `notFound`, `moveNotAllowed`, and after twenty within a day `tooManyMessages`.
 */
export async function writeMessage(
  tx: Transaction,
  viewer: Viewer,
  input: { interestId: string; words: string },
): Promise<void> {
  const interest = await lockInterest(tx, input.interestId);
  authorize(canSeeInterest(viewer, interest));
  authorize(canWriteMessage(viewer, interest), "moveNotAllowed");
  const written = await tx.$count(
    interestMessages,
    and(
      eq(interestMessages.interestId, interest.id),
      eq(interestMessages.authorId, viewer.accountId),
      isWithinADay(interestMessages.createdAt),
    ),
  );
  if (written >= MESSAGES_A_DAY) {
    throw new AppError("tooManyMessages", { values: { most: MESSAGES_A_DAY } });
  }
  const { id: interestId } = interest;
  const { words } = input;
  await tx
    .insert(interestMessages)
    .values({ interestId, authorId: viewer.accountId, kind: "message", words });
  const only = otherParty(partyOf(viewer, interest));
  await record(tx, viewer, interestEvent("interest.message-written", interest), {
    tell: tellOfInterest(interest, { only, words }),
  });
}
