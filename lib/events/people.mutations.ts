import "server-only";
import { and, count, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EventRole } from "@/db/enums";
import { eventPeople } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { entryEvent } from "@/lib/entries/entry-event";
import { type LockedEntry, lockEntry } from "@/lib/entries/locked.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { findMeant } from "@/lib/members/meant.queries";
import { tellNamed } from "./notices";
import { canNamePeople } from "./policy";

/** So many of one role at most. */
export const MOST_PEOPLE = 300;

type Named = { eventId: string; role: EventRole; person: string; isOutside: boolean };

/**
 * Names who keeps an event, speaks at it or is asked to come: a member of the directory by full name, address of their page or an
 * e-mail they show, who is told once the event is online; or a speaker who is no member (`isOutside`) by name and what they do. Throws
 * `notFound`, `moveNotAllowed`, and on `person`: `memberUnknown`, `memberAmbiguous`, `namedAlready`, `tooMany`.
 */
export async function namePerson(
  tx: Transaction,
  viewer: Viewer,
  { eventId, role, person, isOutside }: Named,
): Promise<{ slug: string }> {
  const event = await lockKept(tx, viewer, eventId);
  authorize(canNamePeople(viewer, event, role), "moveNotAllowed");
  const [{ n } = { n: 0 }] = await tx
    .select({ n: count() })
    .from(eventPeople)
    .where(and(eq(eventPeople.eventId, event.id), eq(eventPeople.role, role)));
  if (n >= MOST_PEOPLE) {
    throw new AppError("tooMany", { field: "person", values: { most: MOST_PEOPLE } });
  }
  const isByName = isOutside && role === "speaker";
  const memberId = isByName ? null : await findMeant(tx, viewer, person);
  const [row] = await tx
    .insert(eventPeople)
    .values({ eventId: event.id, role, memberId, name: isByName ? person : null, position: n })
    .onConflictDoNothing()
    .returning({ id: eventPeople.id });
  if (!row) throw new AppError("namedAlready", { field: "person" });
  const isTold = memberId !== null && (role === "manager" || event.moderation === "published");
  await record(tx, viewer, entryEvent(event, "person-named", { role }), {
    tell: isTold ? tellNamed(event, { memberId, role }) : undefined,
  });
  return event;
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
