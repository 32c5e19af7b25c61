import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventRegistrations } from "@/db/schema/registrations";
import { isPresent } from "@/db/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { rowId } from "@/lib/core/text/fields";
import { isProfileShown, nameColumns } from "@/lib/members/sight.queries";
import { getEvent } from "./queries";
import { canKeepRegistrations } from "./registrations.policy";
import { isInSight } from "./sight.queries";

/** The most that the list of a door shows at once. */
export const DOOR_MOST = 1000;

/** Who had or has a place, whether or not it is settled that they came. */
const AT_THE_DOOR = ["confirmed", "attended", "absent"] as const;

/** Who is suspended has no name at a door, as in every list but the club team's; who is no member has none of these. */
const isNamed = (viewer: Viewer) =>
  isStaff(viewer)
    ? isProfileShown(viewer)
    : sql<boolean>`(${isProfileShown(viewer)} and coalesce(${isPresent()}, true))`;

const partyColumns = (viewer: Viewer) => ({
  ...nameColumns(viewer, isNamed(viewer)),
  id: eventRegistrations.id,
  version: eventRegistrations.version,
  state: eventRegistrations.state,
  companions: eventRegistrations.companions,
  seats: eventRegistrations.seats,
  takesPhotos: eventRegistrations.takesPhotos,
  paidAt: eventRegistrations.paidAt,
  attendedAt: eventRegistrations.attendedAt,
});

export type DoorParty = Awaited<ReturnType<typeof readParties>>[number];

async function readParties(viewer: Viewer, eventId: string, registrationId?: string) {
  const { id, state } = eventRegistrations;
  return query((db) =>
    db
      .select(partyColumns(viewer))
      .from(eventRegistrations)
      .leftJoin(members, eq(members.id, eventRegistrations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(eventRegistrations.eventId, eventId),
          inArray(state, [...AT_THE_DOOR]),
          registrationId ? eq(id, registrationId) : undefined,
        ),
      )
      .orderBy(asc(members.sortLatin), asc(eventRegistrations.queue))
      .limit(DOOR_MOST),
  );
}

/** Who is expected at an event, by name, for whoever keeps it; null for anybody else. */
export async function getDoor(viewer: Viewer | null, slug: string) {
  const event = await getEvent(viewer, slug);
  if (!viewer || !event || !canKeepRegistrations(viewer, event)) return null;
  return { event, parties: await readParties(viewer, event.id) };
}

/** One party of them, as the code on their ticket names it; null for none at this event. */
export async function getDoorParty(viewer: Viewer | null, slug: string, registrationId: string) {
  const key = rowId.safeParse(registrationId);
  const event = key.success ? await getEvent(viewer, slug) : null;
  if (!key.success || !viewer || !event || !canKeepRegistrations(viewer, event)) return null;
  const [party] = await readParties(viewer, event.id, key.data);
  return { event, party: party ?? null };
}

/** What the viewer, who came to an event, said of it; null for anybody who did not come, and out of their sight. */
export async function getOwnAttendance(viewer: Viewer, slug: string) {
  const { id, version, memberId, state, outcome, outcomeWords } = eventRegistrations;
  const [row] = await query((db) =>
    db
      .select({
        id,
        version,
        outcome,
        outcomeWords,
        title: entries.title,
        slug: entries.slug,
        originalLocale: entries.originalLocale,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
      })
      .from(eventRegistrations)
      .innerJoin(events, eq(events.id, eventRegistrations.eventId))
      .innerJoin(entries, eq(entries.id, events.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entries.slug, slug),
          sql`${memberId} = ${viewer.memberId}::uuid`,
          eq(state, "attended"),
          isInSight(viewer),
        ),
      ),
  );
  return row ?? null;
}

/** How many who came answered each way, and what they wrote, for whoever keeps the event. */
export async function listOutcomes(
  viewer: Viewer,
  event: Parameters<typeof canKeepRegistrations>[1] & { id: string },
) {
  if (!canKeepRegistrations(viewer, event)) return [];
  const { eventId, outcome, outcomeWords } = eventRegistrations;
  return query((db) =>
    db
      .select({ outcome, words: outcomeWords })
      .from(eventRegistrations)
      .where(and(eq(eventId, event.id), sql`${outcome} is not null`))
      .limit(DOOR_MOST),
  );
}
