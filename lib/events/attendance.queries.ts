import "server-only";
import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { query } from "@/db/client";
import { onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { isPresent } from "@/db/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { rowId } from "@/lib/core/text/fields";
import { isProfileShown, nameColumns } from "@/lib/members/sight.queries";
import { arrayOf } from "@/lib/search/line-conditions";
import { searchPatterns } from "@/lib/search/search-words";
import { isCalled } from "./door-search";
import { getEvent } from "./queries";
import { canKeepRegistrations } from "./registrations.policy";
import { companionsNamed } from "./seats.queries";
import { isInSight } from "./sight.queries";

/** The most that a page of a door's list shows. */
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
  companions: companionsNamed,
  guestName: eventGuests.name,
  seats: eventRegistrations.seats,
  takesPhotos: eventRegistrations.takesPhotos,
  paidAt: eventRegistrations.paidAt,
  attendedAt: eventRegistrations.attendedAt,
});

export type DoorParty = Awaited<ReturnType<typeof readParties>>[number];

/** Of some parties alone, by their keys, where somebody is looked for. */
type Among = { ids: readonly string[] | null };

type Which = { registrationId: string } | ({ isThere: boolean; page: number } & Among);

const isAmong = ({ ids }: Among): SQL | undefined =>
  ids ? sql`${eventRegistrations.id} = any(${`{${ids.join(",")}}`}::uuid[])` : undefined;

/** Which of them: one by its key; or a page of those who are there, the last who came first, or of those who are expected. */
function isAsked(which: Which): SQL | undefined {
  const { id, state, attendedAt } = eventRegistrations;
  if ("registrationId" in which) return eq(id, which.registrationId);
  const isOpen = and(isNull(attendedAt), eq(state, "confirmed"));
  return and(isAmong(which), which.isThere ? isNotNull(attendedAt) : isOpen);
}

async function readParties(viewer: Viewer, eventId: string, which: Which) {
  const { state, attendedAt } = eventRegistrations;
  const isByArrival = "isThere" in which && which.isThere;
  return query((db) =>
    db
      .select(partyColumns(viewer))
      .from(eventRegistrations)
      .leftJoin(members, eq(members.id, eventRegistrations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(eventGuests, eq(eventGuests.id, eventRegistrations.guestId))
      .where(
        and(
          eq(eventRegistrations.eventId, eventId),
          inArray(state, [...AT_THE_DOOR]),
          isAsked(which),
        ),
      )
      .orderBy(
        ...(isByArrival ? [desc(attendedAt)] : []),
        // Whose name is not shown stands last: among the others their place would tell how it begins.
        sql`coalesce(${onlyIf(isNamed(viewer), members.sortLatin)}, ${eventGuests.name}) collate "fr-x-icu"`,
        asc(eventRegistrations.queue),
      )
      .limit(DOOR_MOST)
      .offset("page" in which ? (which.page - 1) * DOOR_MOST : 0),
  );
}

/** Which parties at a door are called by the words that are typed (`isCalled`), by names that the viewer reads there; null for no words. */
async function findParties(viewer: Viewer, event: string, q: string): Promise<string[] | null> {
  if (q === "") return null;
  const { id, eventId, guestId, state, companions } = eventRegistrations;
  const searchNames = onlyIf(isNamed(viewer), members.searchNames);
  const isMember = and(
    isNotNull(searchNames),
    sql`${searchNames} like all (${arrayOf(searchPatterns(q))}::text[])`,
  );
  const rows = await query((db) =>
    db
      .select({ id, searchNames, guestName: eventGuests.name, companions: companionsNamed })
      .from(eventRegistrations)
      .leftJoin(members, eq(members.id, eventRegistrations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(eventGuests, eq(eventGuests.id, guestId))
      .where(
        and(
          eq(eventId, event),
          inArray(state, [...AT_THE_DOOR]),
          // The words of one party may be those of several names.
          or(isMember, isNotNull(guestId), sql`cardinality(${companions}) > 0`),
        ),
      ),
  );
  return rows.filter((row) => isCalled(row, q)).map((row) => row.id);
}

/** How many parties have or had a place, how many of them are there, are still expected, and were settled. */
async function countParties(id: string, among: Among) {
  const { eventId, state, attendedAt } = eventRegistrations;
  const isOpen = eq(state, "confirmed");
  const [row] = await query((db) =>
    db
      .select({
        all: count(),
        present: sql<number>`(count(*) filter (where ${isNotNull(attendedAt)}))::int`,
        expected: sql<number>`(count(*) filter (where ${and(isOpen, isNull(attendedAt))}))::int`,
        settled: sql<number>`(count(*) filter (where not ${isOpen}))::int`,
      })
      .from(eventRegistrations)
      .where(and(eq(eventId, id), inArray(state, [...AT_THE_DOOR]), isAmong(among))),
  );
  return row ?? { all: 0, present: 0, expected: 0, settled: 0 };
}

/**
 * Who is expected at an event, a page of 1,000 by name, and who is there, the last 1,000 who came, with how many there are of each;
 * of those who are called by the words of `q`, how many are `found`. For whoever keeps it, null for anybody else.
 */
export async function getDoor(viewer: Viewer | null, slug: string, { q = "", page = 1 } = {}) {
  const event = await getEvent(viewer, slug);
  if (!viewer || !event || !canKeepRegistrations(viewer, event)) return null;
  const ids = await findParties(viewer, event.id, q);
  const [counts, found, expected, present] = await Promise.all([
    countParties(event.id, { ids: null }),
    ids ? countParties(event.id, { ids }) : null,
    readParties(viewer, event.id, { isThere: false, page, ids }),
    readParties(viewer, event.id, { isThere: true, page: 1, ids }),
  ]);
  const pageCount = Math.ceil((found ?? counts).expected / DOOR_MOST);
  return { event, counts, found, expected, present, pageCount };
}

/** One party of them, as the code on their ticket names it; null for none at this event. */
export async function getDoorParty(viewer: Viewer | null, slug: string, registrationId: string) {
  const key = rowId.safeParse(registrationId);
  const event = key.success ? await getEvent(viewer, slug) : null;
  if (!key.success || !viewer || !event || !canKeepRegistrations(viewer, event)) return null;
  const [party] = await readParties(viewer, event.id, { registrationId: key.data });
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
        cities: entries.cities,
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

/**
 * How many who came answered each way, all of them, and the last 1,000 texts that they wrote, by their own letters: neither a key
 * nor the order in which they registered says whose one is. For whoever keeps the event; null for anybody else.
 */
export async function getOutcomes(
  viewer: Viewer,
  event: Parameters<typeof canKeepRegistrations>[1] & { id: string },
) {
  if (!canKeepRegistrations(viewer, event)) return null;
  const { eventId, outcome, outcomeWords, queue } = eventRegistrations;
  const isOne = and(eq(eventId, event.id), isNotNull(outcome));
  const [counts, written] = await Promise.all([
    query((db) =>
      db.select({ outcome, count: count() }).from(eventRegistrations).where(isOne).groupBy(outcome),
    ),
    query((db) =>
      db
        .select({ words: sql<string>`${outcomeWords}` })
        .from(eventRegistrations)
        .where(and(isOne, isNotNull(outcomeWords)))
        .orderBy(desc(queue))
        .limit(DOOR_MOST),
    ),
  ]);
  return { counts, written: written.map(({ words }) => words).sort() };
}

export type EventOutcomes = NonNullable<Awaited<ReturnType<typeof getOutcomes>>>;
