import "server-only";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { eventPeople, events } from "@/db/schema/events";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight as isEntryInSight, isOwnedBy } from "@/lib/entries/sight.queries";

/** Whether the viewer keeps it, speaks at it or is asked to come, of rows of `events`. */
export const isAmongPeople = (viewer: Viewer) =>
  sql<boolean>`exists (select from ${eventPeople} person
    where person.event_id = ${events.id} and person.member_id = ${viewer.memberId}::uuid)`;

/** What anybody of their standing may come upon of rows of `events` with their `entries`, whatever its state. */
export function isOpenTo(viewer: Viewer | null): SQL | undefined {
  if (!viewer || !mayRead(viewer)) return eq(events.audience, "public");
  return or(inArray(events.audience, ["public", "members"]), isAmongPeople(viewer));
}

/** The events in the viewer's sight; the club team's and their keepers' are those of any audience. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  const isOpen = viewer ? or(isOpenTo(viewer), isOwnedBy(viewer)) : isOpenTo(viewer);
  return and(isEntryInSight(viewer), isStaff(viewer) ? undefined : isOpen);
}
