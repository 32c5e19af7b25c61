import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventRegistrations } from "@/db/schema/registrations";
import { spendOnCommit } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import { canWriteToSeated, isOnlineAndOn } from "./attendance.policy";
import { nextParties, recipientsOf } from "./recipients.queries";
import { howSaid, seatEvent, tellRegistered } from "./registration-notices";
import { MOST_AT_ONCE } from "./registration-terms";
import { canKeepRegistrations } from "./registrations.policy";
import { holdEvent, readSeats } from "./seats.queries";

const { eventId, state } = eventRegistrations;

/** Those who come, or came, to an event. */
const seatedAt = (event: { id: string }) =>
  and(eq(eventId, event.id), inArray(state, ["confirmed", "offered", "attended"]));

/**
 * Writes what whoever keeps an event has to say to all who have a place at it, or had and came, as long as the club keeps their names;
 * the worker sends it, and it stands in their letters alone. Throws `notFound`, `moveNotAllowed`, `nobodySeated`, `tooManyRequests`.
 */
export async function writeToSeated(
  tx: Transaction,
  viewer: Viewer,
  input: { eventId: string; words: string },
): Promise<{ slug: string }> {
  const event = await holdEvent(tx, viewer, input.eventId);
  authorize(canKeepRegistrations(viewer, event));
  const { now } = await readSeats(tx, event.id);
  authorize(canWriteToSeated(viewer, event, now), "moveNotAllowed");
  const count = await tx.$count(eventRegistrations, seatedAt(event));
  authorize(count > 0, "nobodySeated");
  await spendOnCommit(tx, "eventWords", event.id);
  const { words } = input;
  const { accountId: by } = viewer;
  await record(tx, viewer, {
    ...seatEvent(event, "written", { count }),
    personal: { accountId: by, facts: { words } },
  });
  await queueJob(tx, "tell-event-words", { eventId: event.id, by, words, after: 0 });
  return { slug: event.slug };
}

/**
 * Tells those who have a place what was written to them, fifty at a time from one turn on (`after`), and leaves the others to the
 * next run: each hears once. Throws `notFound` for an event that is not online any more or was called off, and once whoever wrote it
 * (`writer`, as they are now) keeps it no more.
 */
export async function tellWritten(
  tx: Transaction,
  writer: Viewer,
  { words, ...input }: { eventId: string; by: string; words: string; after: number },
): Promise<void> {
  const event = await holdEvent(tx, writer, input.eventId);
  authorize(canKeepRegistrations(writer, event) && isOnlineAndOn(event));
  const rows = await nextParties(tx, seatedAt(event), input.after);
  const last = rows.at(-1);
  if (!last) return;
  await record(tx, null, seatEvent(event, "words-told", { count: rows.length }), {
    tell: tellRegistered(event, await recipientsOf(tx, rows), {
      letter: (locale) => ({ words, why: howSaid(words, event.originalLocale, locale) }),
    }),
  });
  if (rows.length === MOST_AT_ONCE) {
    await queueJob(tx, "tell-event-words", { ...input, words, after: last.queue });
  }
}
