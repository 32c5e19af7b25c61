import "server-only";
import { and, asc, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import { addDays, daysBetween, instantAt, today, ZONE } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { isOnlineAndOn } from "./attendance.policy";
import { recipientsOf } from "./recipients.queries";
import { seatEvent, tellRegistered } from "./registration-notices";
import { MOST_AT_ONCE } from "./registration-terms";
import { holdEvent } from "./seats.queries";

/** So many calendar days in Lyon before an event whoever has a place is reminded. */
const REMIND_BEFORE = [7, 1] as const;

/** Of two reminders the later one that is due; null before the first. */
const reachedOn = (startsAt: Date, day: string) =>
  REMIND_BEFORE.findLast((days) => daysBetween(day, today(startsAt)) <= days) ?? null;

/** The instant at which a day in Lyon begins. */
const startOf = (day: string) => instantAt(ZONE.lyon, `${day} 00:00`);

/**
 * Reminds those who have a place at an event a week and a day before it starts, on a calendar day in Lyon. Whoever got their place
 * within that week hears the day before alone; of many, fifty in a transaction. Run twice, or by two workers at once, it reminds
 * once; what goes wrong with one event keeps nothing from the others.
 */
export async function remindOfEvents(day: string): Promise<Counts> {
  const remindNext = (eventId: string) =>
    transaction(async (tx) => {
      const event = await holdEvent(tx, null, eventId);
      authorize(isOnlineAndOn(event));
      const reached = event.startsAt && reachedOn(event.startsAt, day);
      if (!reached || !event.startsAt) return 0;
      const rows = await markNext(
        tx,
        isToRemind(event.id, reached, today(event.startsAt)),
        reached,
      );
      if (rows.length === 0) return 0;
      const count = rows.length;
      await record(tx, null, seatEvent(event, "reminded", { days: reached, count }), {
        tell: tellRegistered(event, await recipientsOf(tx, rows)),
      });
      return count;
    });
  const remind = async (eventId: string) => {
    const first = await remindNext(eventId);
    for (let last = first; last === MOST_AT_ONCE; ) last = await remindNext(eventId);
    return first > 0;
  };
  const ids = await listNext(day);
  const { done, failed } = await oneByOne("remind-of-events", ids, remind, {
    day,
    countAll: countOnline,
  });
  return { reminded: done, failed };
}

/** Those who have a place and were not reminded so near the event; a week before, of those who had it by then and changed nothing since. */
function isToRemind(id: string, reached: number, startsOn: string) {
  const { eventId, state, remindedDays, updatedAt } = eventRegistrations;
  const [week] = REMIND_BEFORE;
  return and(
    eq(eventId, id),
    eq(state, "confirmed"),
    or(isNull(remindedDays), gt(remindedDays, reached)),
    reached === week ? lt(updatedAt, startOf(addDays(startsOn, -week))) : undefined,
  );
}

/** Notes that the next of those to remind hear so many days before; gives who they are. */
function markNext(tx: Transaction, which: SQL | undefined, remindedDays: number) {
  const { id, memberId, guestId, queue } = eventRegistrations;
  const next = tx
    .select({ id })
    .from(eventRegistrations)
    .where(which)
    .orderBy(asc(queue))
    .limit(MOST_AT_ONCE);
  return tx
    .update(eventRegistrations)
    .set({ remindedDays })
    .where(inArray(id, next))
    .returning({ memberId, guestId });
}

/** Events that start within a week, the next first. */
async function listNext(day: string): Promise<string[]> {
  const { id, startsAt, progress } = events;
  const until = startOf(addDays(day, REMIND_BEFORE[0] + 1));
  const rows = await query((db) =>
    db
      .select({ id })
      .from(events)
      .innerJoin(entries, eq(entries.id, id))
      .where(
        and(
          eq(entries.moderation, "published"),
          sql`${progress} <> 'cancelled'`,
          gt(startsAt, startOf(day)),
          // In China the morning is over by the time that reminders leave.
          gt(startsAt, sql`now()`),
          lte(startsAt, until),
        ),
      )
      .orderBy(startsAt),
  );
  return rows.map((row) => row.id);
}

/** How many events there are, whenever they are held. */
const countOnline = () =>
  query((db) =>
    db.$count(entries, and(eq(entries.entryKind, "event"), eq(entries.moderation, "published"))),
  );
