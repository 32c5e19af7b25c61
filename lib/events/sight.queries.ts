import "server-only";
import { and, inArray, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { isShown } from "@/db/columns";
import type { EventAudience } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { mayAct, mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { OPEN_ENTRY_STATES } from "@/lib/entries/policy";
import {
  isInSight as isEntryInSight,
  isOwnedBy,
  isPublishedToAll,
} from "@/lib/entries/sight.queries";
import { LIVING_STATES } from "./registrations.policy";

// Among the columns of one table Drizzle leaves its name out, which a subquery then misses.
const hasRegistered = (viewer: Viewer, which = sql``) => sql<boolean>`exists (
  select from event_registrations party where party.event_id = "entries"."id"
    and party.member_id = ${viewer.memberId}::uuid ${which})`;

const LASTING = sql.raw(`('${[...LIVING_STATES, "attended"].join("', '")}')`);

/**
 * Whether the viewer is named to keep it, speaks at it or is asked to come, or has registered and not given it up: for fewer people
 * than before, it stays theirs to read and to cancel, as long as their standing lets them read. Of rows of `entries`.
 */
export const isAmongPeople = (viewer: Viewer) =>
  mayRead(viewer)
    ? sql<boolean>`(exists (select from event_people person
    where person.event_id = "entries"."id" and person.member_id = ${viewer.memberId}::uuid)
    or ${hasRegistered(viewer, sql`and party.state in ${LASTING}`)})`
    : sql<boolean>`false`;

/** Those that anybody of the viewer's standing may come upon. */
const audiencesOf = (viewer: Viewer | null): EventAudience[] =>
  mayRead(viewer) ? ["public", "members"] : ["public"];

/** What anybody of their standing may come upon of rows of `events` with their `entries`, whatever its state. */
export function isOpenTo(viewer: Viewer | null): SQL | undefined {
  const isOpen = inArray(events.audience, audiencesOf(viewer));
  return mayRead(viewer) ? or(isOpen, isAmongPeople(viewer)) : isOpen;
}

/** The same of rows of `entries` alone, the club team's and their keepers' being those of any audience. */
export function isFor(viewer: Viewer | null): SQL | undefined {
  if (isStaff(viewer)) return undefined;
  const isOpen = sql`exists (select from events open
    where open.id = "entries"."id" and ${inArray(sql`open.audience`, audiencesOf(viewer))})`;
  return viewer ? or(isOpen, isAmongPeople(viewer), isOwnedBy(viewer)) : isOpen;
}

/** Those of rows of `entries` of which the viewer may still be told: whoever lost a place hears that they did. */
export const isToldTo = (viewer: Viewer): SQL | undefined =>
  isStaff(viewer)
    ? undefined
    : or(ne(entries.entryKind, "event"), isFor(viewer), hasRegistered(viewer));

/** Those that were called off and taken back since, where the viewer had registered: that they need not come is told all the same. */
export const isCalledOffFor = (viewer: Viewer): SQL | undefined =>
  mayRead(viewer) ? and(isShown(entries), hasRegistered(viewer)) : sql`false`;

/**
 * Those of which a letter of that kind may still tell a guest without an account, whose link stands whoever else reads the event: of
 * one that was called off and taken back since, that they need not come.
 */
export const isToldToGuest = (kind: SQLWrapper): SQL | undefined =>
  or(isPublishedToAll, and(isShown(entries), sql`${kind} = 'eventCancelled'`));

/**
 * Those that an organisation is asked to hold which the viewer manages: until it answers they may know what it is asked, whatever the
 * state of the event, and nothing more of it.
 */
export const isAskedAsHost = (viewer: Viewer): SQL | undefined =>
  mayAct(viewer)
    ? and(
        isShown(entries),
        inArray(entries.moderation, [...OPEN_ENTRY_STATES]),
        sql`exists (select from event_hosts host
          join affiliations mine on mine.organisation_id = host.organisation_id and mine.role = 'manager'
          where host.event_id = "entries"."id" and host.asked_at is not null and host.agreed_at is null
            and mine.member_id = ${viewer.memberId}::uuid)`,
      )
    : sql`false`;

/** The events in the viewer's sight. */
export const isInSight = (viewer: Viewer | null): SQL | undefined =>
  and(isEntryInSight(viewer), isFor(viewer));
