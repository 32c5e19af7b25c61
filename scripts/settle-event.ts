import { transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import { tellOfChange } from "@/lib/events/changes.mutations";
import type { Held } from "@/lib/events/event-changes";
import { tellPeople } from "@/lib/events/people.mutations";
import { settleSeats } from "@/lib/events/seats.mutations";
import { holdEvent } from "@/lib/events/seats.queries";

/** An event that is over or gone leaves nothing to do. */
const unlessGone = (error: unknown) => {
  if (!(error instanceof AppError)) throw error;
};

/** Ends the offers of an event that ran out, offers what came free, and goes on where many were told at once. */
export const settleEvent = ({ eventId }: { eventId: string }): Promise<void> =>
  transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, eventId))).catch(unlessGone);

/** Tells those who are registered for an event what changed of it; one that is over or gone has nobody to tell. */
export const tellEventChange = (change: { eventId: string; before: unknown; after: number }) =>
  transaction((tx) => tellOfChange(tx, { ...change, before: change.before as Held })).catch(
    unlessGone,
  );

/** Tells those who were named before an event came online. */
export const tellEventPeople = ({ eventId }: { eventId: string }): Promise<void> =>
  transaction((tx) => tellPeople(tx, eventId)).catch(unlessGone);
