import "server-only";
import { and, eq, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deskItems, deskNotes } from "@/db/schema/moderation";
import { ACTING } from "@/db/standing";
import { refuseIfTaken } from "../applications/vetting/desk.queries";
import type { Viewer } from "../core/auth/viewer-type";
import { authorize } from "../core/errors";
import { record } from "../core/events/record";
import { canNoteOnItem, canReleaseItem, canTakeItem } from "./desk.policy";
import { type DeskItem, type DeskKey, findItem, refuseIfColleagues } from "./desk.queries";
import { canOpenQueue } from "./policy";

/**
 * Takes on what nobody deals with yet, or takes it over from the colleague named by `from`. What one has stays so.
 * Throws `notFound`, `alreadyDecided`, `moveNotAllowed` for what was taken back, `notOnYourself`, and `takenByColleague` with their `name`.
 */
export async function takeItem(
  tx: Transaction,
  viewer: Viewer,
  input: DeskKey & { from?: string | undefined },
): Promise<void> {
  const item = await holdItem(tx, viewer, input);
  authorize(item.isWaiting, item.isTakenBack ? "moveNotAllowed" : "alreadyDecided");
  authorize(item.ownerId !== viewer.accountId, "notOnYourself");
  if (item.takenBy === viewer.accountId) return;
  await refuseIfTaken(tx, viewer, item, input.from);
  authorize(canTakeItem(viewer, item));
  const { kind, id: subjectId, from } = input;
  const taken = { kind, takenBy: viewer.accountId, takenAt: sql`now()` };
  const isLeft = sql`not exists (select from accounts held where held.id = ${deskItems.takenBy}
    and held.role <> 'member' and held.status ${ACTING})`;
  const rows = await tx
    .insert(deskItems)
    .values({ subjectId, ...taken })
    .onConflictDoUpdate({
      target: deskItems.subjectId,
      set: taken,
      setWhere: or(isLeft, from ? eq(deskItems.takenBy, from) : undefined),
    })
    .returning({ subjectId: deskItems.subjectId });
  // Somebody was quicker.
  if (rows.length === 0) await refuseIfColleagues(tx, viewer, subjectId);
  authorize(rows.length === 1, "conflict");
  const name = item.takenBy ? "desk.taken-over" : "desk.taken";
  await record(tx, viewer, deskEvent(name, input, item));
}

/** Leaves to the others what one has taken on. Throws `notFound`, and `conflict` once it is a colleague's or nobody's. */
export async function releaseItem(tx: Transaction, viewer: Viewer, input: DeskKey): Promise<void> {
  const item = await holdItem(tx, viewer, input);
  authorize(canReleaseItem(viewer, item), "conflict");
  const isOwn = eq(deskItems.takenBy, viewer.accountId);
  const rows = await tx
    .delete(deskItems)
    .where(and(eq(deskItems.subjectId, input.id), isOwn))
    .returning({ subjectId: deskItems.subjectId });
  authorize(rows.length === 1, "conflict");
  await record(tx, viewer, deskEvent("desk.released", input, item));
}

/** Notes something for the club team, whatever becomes of it. Throws `notFound`, `notOnYourself`. */
export async function noteOnItem(
  tx: Transaction,
  viewer: Viewer,
  input: DeskKey & { words: string },
): Promise<void> {
  const item = await holdItem(tx, viewer, input);
  authorize(canNoteOnItem(viewer, item), "notOnYourself");
  const { words } = input;
  await tx.insert(deskNotes).values({ ...item.noted, words, authorId: viewer.accountId });
  await record(tx, viewer, deskEvent("desk.noted", input, item));
}

async function holdItem(tx: Transaction, viewer: Viewer, key: DeskKey): Promise<DeskItem> {
  authorize(canOpenQueue(viewer));
  const item = await findItem(tx, key);
  authorize(item !== null);
  return item;
}

/** A claim is told of under whoever asks. */
function deskEvent(name: `desk.${string}`, { kind, id }: DeskKey, { noted }: DeskItem) {
  if (kind !== "claim") return { name, subjectType: kind, subjectId: id } as const;
  return { name, ...noted, data: { request: "claim" } } as const;
}
