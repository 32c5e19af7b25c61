import "server-only";
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { EVENT_ROLES, type EventRole } from "@/db/enums";
import { eventPeople } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import { entryEvent } from "@/lib/entries/entry-event";
import { type LockedEntry, lockEntry } from "@/lib/entries/locked.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { findMeant } from "@/lib/members/meant.queries";
import { isOnlineAndOn } from "./attendance.policy";
import { tellNamed } from "./notices";
import { isUntold } from "./people.queries";
import { canNamePeople } from "./policy";
import { MOST_AT_ONCE } from "./registration-terms";
import { endRefusal } from "./registrations.policy";
import { holdEvent, readSeats } from "./seats.queries";

/** So many of one role at most. */
const MOST_PEOPLE = 300;

type Named = { eventId: string; role: EventRole; person: string; isOutside: boolean };

/**
 * Names who keeps an event, speaks at it or is asked to come: a member of the directory by full name, address of their page or an
 * e-mail they show, who is told once the event is online; or a speaker who is no member (`isOutside`) by name and what they do. Throws
 * `notFound`, `moveNotAllowed`, of who is asked to come `eventIsCancelled`, `eventIsOver`, and on `person`: `memberUnknown`, `memberAmbiguous`, `namedAlready`, `tooMany`.
 */
export async function namePerson(
  tx: Transaction,
  viewer: Viewer,
  { eventId, role, person, isOutside }: Named,
): Promise<{ slug: string }> {
  const event = await lockKept(tx, viewer, eventId);
  authorize(canNamePeople(viewer, event, role), "moveNotAllowed");
  if (role === "invited") {
    const ended = endRefusal(event, (await readSeats(tx, event.id)).now);
    if (ended) throw new AppError(ended);
  }
  const [{ n } = { n: 0 }] = await tx
    .select({ n: count() })
    .from(eventPeople)
    .where(and(eq(eventPeople.eventId, event.id), eq(eventPeople.role, role)));
  if (n >= MOST_PEOPLE) {
    throw new AppError("tooMany", { field: "person", values: { most: MOST_PEOPLE } });
  }
  const isByName = isOutside && role === "speaker";
  const memberId = isByName ? null : await findMeant(tx, viewer, person);
  const isTold = memberId !== null && (role === "manager" || event.moderation === "published");
  const [row] = await tx
    .insert(eventPeople)
    .values({
      ...{ eventId: event.id, role, memberId, position: n },
      name: isByName ? person : null,
      toldAt: isTold ? sql`now()` : null,
    })
    .onConflictDoNothing()
    .returning({ id: eventPeople.id });
  if (!row) throw new AppError("namedAlready", { field: "person" });
  await record(tx, viewer, entryEvent(event, "person-named", { role }), {
    tell: isTold ? tellNamed(event, [{ memberId }], role) : undefined,
  });
  return event;
}

/**
 * Tells the members who were named while an event was not online that they are, each once, fifty at a time, and leaves the others to
 * the next run. Throws `notFound` for one that is not online, was called off or is over.
 */
export async function tellPeople(tx: Transaction, eventId: string): Promise<void> {
  const held = await holdEvent(tx, null, eventId);
  const { now } = await readSeats(tx, held.id);
  authorize(isOnlineAndOn(held) && held.endsAt !== null && held.endsAt > now);
  const event = { ...held, entryKind: "event" as const };
  const { id, memberId, role, position } = eventPeople;
  const untold = await tx
    .select({ id, memberId, role })
    .from(eventPeople)
    .where(isUntold(event.id))
    .orderBy(asc(position), id)
    .limit(MOST_AT_ONCE);
  if (untold.length === 0) return;
  const ids = untold.map((one) => one.id);
  await tx.update(eventPeople).set({ toldAt: sql`now()` }).where(inArray(id, ids));
  for (const one of EVENT_ROLES) {
    const people = untold.flatMap(({ memberId: named, role: as }) =>
      named !== null && as === one ? [{ memberId: named }] : [],
    );
    if (people.length === 0) continue;
    await record(tx, null, entryEvent(event, "people-told", { role: one, count: people.length }), {
      tell: tellNamed(event, people, one),
    });
  }
  if (untold.length === MOST_AT_ONCE) await queueJob(tx, "tell-event-people", { eventId });
}

/** Takes somebody's role at an event from them. Throws `notFound`, `moveNotAllowed`. */
export async function removePerson(
  tx: Transaction,
  viewer: Viewer,
  { eventId, id }: { eventId: string; id: string },
): Promise<{ slug: string }> {
  const event = await lockKept(tx, viewer, eventId);
  authorize(canNamePeople(viewer, event, null), "moveNotAllowed");
  const [row] = await tx
    .delete(eventPeople)
    .where(and(eq(eventPeople.id, id), eq(eventPeople.eventId, event.id)))
    .returning({ role: eventPeople.role });
  if (!row) throw new AppError("notFound");
  await record(tx, viewer, entryEvent(event, "person-removed", { role: row.role }));
  return event;
}

/** An event that the viewer keeps, held until the transaction ends. */
async function lockKept(
  tx: Transaction,
  viewer: Viewer,
  eventId: string,
): Promise<LockedEntry<"event">> {
  const event = await lockEntry(tx, "event", eventId);
  authorize(ownsEntry(viewer, event));
  return event;
}
