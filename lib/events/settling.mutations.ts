import "server-only";
import type { Transaction } from "@/db/client";
import type { EventProgress, EventZone } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { ZONE } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { queueJob } from "@/lib/core/mail/queue-job";
import { readMinute } from "@/lib/core/two-clocks";
import { changeEntry } from "@/lib/entries/changes.mutations";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import { heldAs, isHeldOtherwise } from "./event-changes";
import { PROGRESS_PAST, seatEvent } from "./registration-notices";
import { canKeepRegistrations, canMoveEvent, hasPassed, isOver } from "./registrations.policy";
import { settleSeats } from "./seats.mutations";
import { holdEvent, holdKept, readSeats } from "./seats.queries";

/** How one registers for an event, as a form sends it. */
export type Settings = {
  capacity: number | null;
  price: number | null;
  needsApproval: boolean;
  companionsMost: number;
  closes: string | null;
  onlineUrl: string | null;
  /** Fewer places than are taken: those who have one keep it. */
  keepsSeated: boolean;
};

/**
 * Settles how one registers, and gives its version from then on; what comes free by it is offered to those who wait, and
 * those who are registered hear of another price. Throws `notFound`, `conflict`, `eventIsOver`, and on their
 * fields `capacityBelowSeated` with how many places are taken, unless those who have one are to keep it, `closesAfterStart`, `closesPassed` where it is said anew,
 * `minuteSkipped`, `minuteTwice`.
 */
export async function settleRegistration(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & Settings,
): Promise<{ slug: string; version: number }> {
  const { id: _, version: __, keepsSeated, ...settings } = input;
  const event = await holdKept(tx, viewer, input);
  authorize(canKeepRegistrations(viewer, event));
  const { taken, now } = await readSeats(tx, event.id);
  authorize(!isOver(event, now), "eventIsOver");
  if (settings.capacity !== null && settings.capacity < taken && !keepsSeated) {
    throw new AppError("capacityBelowSeated", { field: "capacity", values: { taken } });
  }
  const closesAt = closingOf(settings.closes, event.zone);
  if (closesAt && event.startsAt && closesAt > event.startsAt) {
    throw new AppError("closesAfterStart", { field: "closes" });
  }
  if (hasPassed(closesAt, now) && closesAt?.getTime() !== event.closesAt?.getTime()) {
    throw new AppError("closesPassed", { field: "closes" });
  }
  const values = { ...settings, closesAt };
  const { capacity } = settings;
  await changeEntry(tx, viewer, event, values, seatEvent(event, "registration-set", { capacity }));
  await settleSeats(tx, { ...event, ...values });
  const [before, after] = [heldAs(event), heldAs({ ...event, ...values })];
  if (isHeldOtherwise(before, after)) {
    await queueJob(tx, "tell-event-change", { eventId: event.id, before, after: 0 });
  }
  return { slug: event.slug, version: event.version + 1 };
}

/** The instant that is meant by the clocks of its place; a minute that they skip or show twice is refused on its field. */
function closingOf(closes: string | null, zone: EventZone): Date | null {
  if (closes === null) return null;
  const read = readMinute(ZONE[zone], closes);
  if ("fault" in read) throw new AppError(read.fault, { field: "closes" });
  return read.at;
}

/**
 * Opens registration, again after it was closed; closes it, and who waits goes on waiting; or calls the event off: it stays to be
 * read, with the `words` that say why, every registration ends, and each is told once, with these words. Throws `notFound`, `conflict`, `moveNotAllowed`, `eventIsOver`,
 * `closesPassed` where it would open after the time at which it closes.
 */
export async function moveEvent(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & { to: Exclude<EventProgress, "announced">; words?: string },
): Promise<{ slug: string }> {
  const { to: progress, words } = input;
  const event = await holdKept(tx, viewer, input);
  const { now } = await readSeats(tx, event.id);
  const code = canMoveEvent(viewer, event, progress, new Date(0))
    ? "eventIsOver"
    : "moveNotAllowed";
  authorize(canMoveEvent(viewer, event, progress, now), code);
  // It would be open by name alone.
  authorize(progress !== "open" || !hasPassed(event.closesAt, now), "closesPassed");
  const values = { progress, cancelledWords: progress === "cancelled" ? words || null : null };
  await changeEntry(tx, viewer, event, values, seatEvent(event, PROGRESS_PAST[progress]));
  // As it is now: calendars take what is said of a later version.
  await settleSeats(tx, await holdEvent(tx, null, event.id));
  return event;
}

/**
 * Says otherwise on its page why an event was called off; nobody is written to again. Throws `notFound`, `conflict`,
 * `moveNotAllowed`.
 */
export async function mendReason(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & { words: string },
): Promise<{ slug: string }> {
  const event = await holdKept(tx, viewer, input);
  authorize(event.progress === "cancelled", "moveNotAllowed");
  const values = { cancelledWords: input.words || null };
  await changeEntry(tx, viewer, event, values, seatEvent(event, "reason-mended"));
  return event;
}
