import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { mails } from "@/db/schema/mail";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import { hasEndedLately, saneCount } from "@/lib/core/jobs/sane-share";
import { countTelling, isTelling, listPastKeeping } from "./forgetting.queries";
import { seatEvent } from "./registration-notices";
import { isPastKeeping } from "./registrations.policy";
import { holdEvent, readSeats } from "./seats.queries";

/**
 * Thirty days after each event, empties what its parties wrote: the names of companions, whose number stays, lines to who keeps
 * it and words of the selection; of guests their name and address too, with the letters they got. Who came, and how many,
 * stays. Of more than a sane share of all parties the events first over are emptied, at least one, and the rest with the next
 * run. `day` is the calendar day `YYYY-MM-DD` of the run. Gives how many parties; what goes wrong with one event keeps nothing from
 * the others. Throws `AbsurdShare`, with nothing emptied.
 */
export async function forgetParties(day: string): Promise<number> {
  let forgotten = 0;
  const forget = (eventId: string) =>
    transaction(async (tx) => {
      const event = await holdEvent(tx, null, eventId);
      authorize(isPastKeeping(event, (await readSeats(tx, event.id)).now));
      const count = await emptyParties(tx, event);
      await emptyGuests(tx, event);
      await record(tx, null, seatEvent(event, "parties-forgotten", { count }));
      return count;
    });
  await oneByOne("sweep", await listSane(day), async (eventId) => {
    forgotten += await forget(eventId);
    return true;
  });
  return forgotten;
}

/** An event is emptied whole: the first of those that are due is, be it more than a share of all parties. */
async function listSane(day: string): Promise<string[]> {
  const due = await listPastKeeping();
  const most = await saneCount("sweep", {
    count: due.reduce((sum, { parties }) => sum + parties, 0),
    countAll: countTelling,
    isClockSeen: () => query((db) => hasEndedLately(db, "sweep", day)),
  });
  let before = 0;
  const sane = due.filter(({ parties }, index) => {
    before += parties;
    return index === 0 || before <= most;
  });
  return sane.map(({ id }) => id);
}

async function emptyParties(tx: Transaction, { id }: { id: string }): Promise<number> {
  const { companions, eventId } = eventRegistrations;
  const emptied = await tx
    .update(eventRegistrations)
    .set({
      companions: sql`array_fill(''::text, array[cardinality(${companions})])`,
      ...{ note: null, reasonWords: null, guestKey: null },
    })
    .where(and(eq(eventId, id), isTelling()))
    .returning({ id: eventRegistrations.id });
  return emptied.length;
}

async function emptyGuests(tx: Transaction, { id }: { id: string }): Promise<void> {
  const guests = await tx
    .update(eventGuests)
    .set({ name: null, email: null, note: null, companions: [] })
    .where(and(eq(eventGuests.eventId, id), isNotNull(eventGuests.email)))
    .returning({ id: eventGuests.id });
  const ids = guests.map((guest) => guest.id);
  if (ids.length > 0) await tx.delete(mails).where(inArray(mails.guestId, ids));
}
