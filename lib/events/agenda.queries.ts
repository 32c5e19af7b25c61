import "server-only";
import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  like,
  lte,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { isShown } from "@/db/columns";
import type { ModerationState } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays } from "@/lib/core/dates";
import { thisMoment } from "@/lib/core/this-moment";
import { isOwnedBy } from "@/lib/entries/sight.queries";
import { searchPatterns } from "@/lib/search/search-words";
import { type AgendaFilters, LYON } from "./agenda-filters";
import { daysOf, monthBounds } from "./month-grid";
import { isEvent, lineColumns } from "./queries";
import { isFullFor } from "./seats.queries";
import { isOpenTo } from "./sight.queries";

export type AgendaLine = Awaited<ReturnType<typeof listNextEvents>>[number];

const PER_PAGE = 24;
/** What is still to be written, or read by the club team. */
const UNPUBLISHED: ModerationState[] = ["draft", "changes-requested", "submitted"];
/** More are not counted. */
const MOST_COUNTED = 1000;
/** A month that holds more is cut, and says so. */
const MOST_IN_MONTH = 300;
/** Where there are so many, the cities of the newest are offered. */
const MOST_PLACED = 500;

/** Nothing lasts longer: what began before is not looked for among what still runs. */
const LONGEST = sql`interval '366 days'`;

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

const isListed = (viewer: Viewer | null) =>
  and(isEvent, eq(entries.moderation, "published"), isShown(entries), isOpenTo(viewer));

const isAhead = (now: Date) =>
  and(
    sql`${events.endsAt} > ${instant(now)}`,
    sql`${events.startsAt} > ${instant(now)} - ${LONGEST}`,
  );

const isOn = ne(events.progress, "cancelled");

/** What was typed is found in what visitors, or members, may read of it; what is by invitation is found by no word. */
function isAsked(viewer: Viewer | null, { kind, city, q }: AgendaFilters): SQL | undefined {
  const line = mayRead(viewer) ? entries.searchMembers : entries.searchPublic;
  const patterns = searchPatterns(q);
  return and(
    ...patterns.map((pattern) => like(line, pattern)),
    q !== "" && patterns.length === 0 ? sql`false` : undefined,
    kind ? eq(events.eventKind, kind) : undefined,
    city === LYON ? isNotNull(events.place) : undefined,
    city && city !== LYON ? arrayContains(entries.cities, [city]) : undefined,
  );
}

const select = (db: Reader, viewer: Viewer | null) =>
  db
    .select({ ...lineColumns, isFull: isFullFor(viewer) })
    .from(entries)
    .innerJoin(events, eq(events.id, entries.id))
    .$dynamic();

/** Up to `most` events online that the viewer may come upon and that are neither over nor called off, the next first. */
export const listNextEvents = (
  viewer: Viewer | null,
  most: number,
  { now = thisMoment(), read = query }: { now?: Date; read?: Read } = {},
) =>
  read(async (db) =>
    select(db, viewer)
      .where(and(isListed(viewer), isAhead(now), isOn))
      .orderBy(asc(events.startsAt), entries.id)
      .limit(most),
  );

/** The events that the viewer keeps and that are not online yet, the last changed first, a page of them. */
export const listUnpublished = (viewer: Viewer) =>
  query((db) =>
    db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        moderation: entries.moderation,
        startsAt: events.startsAt,
      })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .where(and(isEvent, inArray(entries.moderation, UNPUBLISHED), isOwnedBy(viewer)))
      .orderBy(desc(entries.updatedAt), entries.id)
      .limit(PER_PAGE),
  );

/** Up to `most` events that came online between two instants, the last being in it, that the viewer may come upon and that lie ahead and are on, the newest first. */
export const listAnnounced = (
  viewer: Viewer,
  { since, until }: { since: Date; until: Date },
  most: number,
  read: Read = query,
) =>
  read(async (db) =>
    select(db, viewer)
      .where(
        and(
          isListed(viewer),
          isAhead(thisMoment()),
          isOn,
          gt(entries.publishedAt, since),
          lte(entries.publishedAt, until),
        ),
      )
      .orderBy(desc(entries.publishedAt), entries.id)
      .limit(most),
  );

/**
 * A page of the agenda: what comes next by its start, or what is over, the last first; how many there are up to 1000, and in which
 * cities events are held. A page past the last is the last.
 */
export const listAgenda = (viewer: Viewer | null, filters: AgendaFilters, now = thisMoment()) =>
  query((db) => readAgenda(db, viewer, filters, now));

/** The same by a connection of one's own. */
export async function readAgenda(
  db: Reader,
  viewer: Viewer | null,
  filters: AgendaFilters,
  now: Date,
) {
  const isWhen = filters.isPast ? sql`${events.endsAt} <= ${instant(now)}` : isAhead(now);
  const where = and(isListed(viewer), isWhen, isAsked(viewer, filters));
  const order = filters.isPast ? desc(events.endsAt) : asc(events.startsAt);
  const counted = db
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(events, eq(events.id, entries.id))
    .where(where)
    .limit(MOST_COUNTED + 1)
    .as("counted");
  const [count] = await db.select({ n: sql<number>`count(*)::int` }).from(counted);
  const found = count?.n ?? 0;
  const total = Math.min(found, MOST_COUNTED);
  const pageCount = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(filters.page, pageCount);
  const lines = await select(db, viewer)
    .where(where)
    .orderBy(order, entries.id)
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE);
  return {
    ...{ lines, total, page, pageCount },
    isMore: found > MOST_COUNTED,
    cities: await listCities(db, viewer),
  };
}

/** The events of a month `YYYY-MM`, by the days of where they are held; whether there are more than are drawn. */
export const listMonth = (viewer: Viewer | null, filters: AgendaFilters) =>
  query((db) => readMonth(db, viewer, filters));

/** The same by a connection of one's own. */
export async function readMonth(db: Reader, viewer: Viewer | null, filters: AgendaFilters) {
  const { from, until } = monthBounds(filters.month);
  const near = await select(db, viewer)
    .where(
      and(
        isListed(viewer),
        isAsked(viewer, filters),
        // A day apart: no clock is further from another.
        sql`${events.endsAt} >= ${`${addDays(from, -1)}T00:00Z`}::timestamptz`,
        sql`${events.startsAt} < ${`${addDays(until, 1)}T00:00Z`}::timestamptz`,
        sql`${events.startsAt} > ${`${from}T00:00Z`}::timestamptz - ${LONGEST}`,
      ),
    )
    .orderBy(asc(events.startsAt), entries.id)
    .limit(MOST_IN_MONTH + 1);
  const lines = near.slice(0, MOST_IN_MONTH).filter((line) => {
    const { first, last } = daysOf(line);
    return first < until && last >= from;
  });
  return {
    lines,
    isMore: near.length > MOST_IN_MONTH,
    cities: await listCities(db, viewer),
  };
}

/** The cities of China in which events that the viewer may come upon are held. */
async function listCities(db: Reader, viewer: Viewer | null): Promise<string[]> {
  const newest = db
    .select({ cities: entries.cities })
    .from(entries)
    .innerJoin(events, eq(events.id, entries.id))
    .where(isListed(viewer))
    .orderBy(desc(events.startsAt))
    .limit(MOST_PLACED)
    .as("newest");
  const rows = await db
    .selectDistinct({ city: sql<string>`unnest(${newest.cities})` })
    .from(newest);
  return rows.map(({ city }) => city);
}
