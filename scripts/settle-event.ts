import { query, transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { findReader } from "@/lib/core/auth/reader";
import { isOvertaken } from "@/lib/core/errors";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import type { Tasks } from "@/lib/core/mail/queue-job";
import { tellOfChange } from "@/lib/events/changes.mutations";
import type { Held } from "@/lib/events/event-changes";
import { tellPeople } from "@/lib/events/people.mutations";
import { settleSeats } from "@/lib/events/seats.mutations";
import { holdEvent, listUnended } from "@/lib/events/seats.queries";
import { tellWritten } from "@/lib/events/writing.mutations";

/** An event that is over or gone leaves nothing to do. */
const unlessGone = (error: unknown) => {
  if (!isOvertaken(error)) throw error;
};

/** Ends the offers of an event that ran out, offers what came free, and goes on where many were told at once. */
export const settleEvent = ({ eventId, erased }: Tasks["settle-event"]): Promise<void> =>
  transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, eventId), erased)).catch(
    unlessGone,
  );

/** Ends what was left without an answer of the events that are over, each once. For the worker; gives at how many. */
export async function endRegistrations(day: string): Promise<Counts> {
  const end = (eventId: string) => settleEvent({ eventId }).then(() => true);
  const ids = await listUnended();
  const { done, failed } = await oneByOne("end-registrations", ids, end, { day, countAll });
  return { settledEvents: done, failed };
}

const countAll = () => query((db) => db.$count(events));

/** Tells those who are registered for an event what changed of it; one that is over or gone has nobody to tell. */
export const tellEventChange = (change: { eventId: string; before: unknown; after: number }) =>
  transaction((tx) => tellOfChange(tx, { ...change, before: change.before as Held })).catch(
    unlessGone,
  );

/** Tells those who were named before an event came online. */
export const tellEventPeople = ({ eventId }: { eventId: string }): Promise<void> =>
  transaction((tx) => tellPeople(tx, eventId)).catch(unlessGone);

/** Tells those who have a place what was written to them, as long as whoever wrote it is there. */
export async function tellEventWords(written: Tasks["tell-event-words"]): Promise<void> {
  const writer = await findReader(written.by);
  if (writer) await transaction((tx) => tellWritten(tx, writer, written)).catch(unlessGone);
}
