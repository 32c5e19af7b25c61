import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import { events } from "@/db/schema/events";
import { authorize } from "@/lib/core/errors";
import { queueJob } from "@/lib/core/mail/queue-job";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { atOf, EVENT, EVENTS, type EventContent, instantsOf, listGaps } from "./event";
import { heldAs, isHeldOtherwise } from "./event-changes";
import { tellKeepers } from "./notices";
import { isAnyUntold } from "./people.queries";
import { searchColumns } from "./search-text";
import { isAgainstAttendance, isCountedOn } from "./seats.queries";
import { isAmongPeople, isFor } from "./sight.queries";

/** What is an event's own in its life. */
export const EVENT_VERBS: NounVerbs = {
  ...EVENTS,
  isFor,
  // What is kept for contacts is read by its people; of one to which they are asked, all of it.
  contact: (viewer) => (viewer ? isAmongPeople(viewer) : sql<boolean>`false`),
  async derive(_tx: Transaction, event: LockedEntry & EventContent) {
    const textLevel: EntryLevel = event.audience === "invited" ? "contacts" : "members";
    const { closes } = event as LockedEntry<"event">;
    const closesAt = atOf(closes, event.zone);
    return { ...searchColumns(event), ...instantsOf(event), closesAt, textLevel };
  },
  async requireReady(tx: Transaction, { id }: LockedEntry, content: EventContent) {
    const isRefused = await isAgainstAttendance(tx, id, instantsOf(content));
    const moved = {
      field: "starts",
      section: EVENT.starts.section,
      code: "attendanceTaken",
    } as const;
    refuseGaps([...listGaps(content), ...(isRefused ? [moved] : [])]);
  },
  async requireClosable(tx: Transaction, { id }: LockedEntry) {
    authorize(!(await isCountedOn(tx, id)), "peopleAreRegistered");
  },
  async requireAskable(tx: Transaction, { id }) {
    const isCancelled = and(eq(events.id, id), eq(events.progress, "cancelled"));
    authorize((await tx.$count(events, isCancelled)) === 0, "eventIsCancelled");
  },
  async afterPublication(tx: Transaction, { id }: LockedEntry) {
    if (await isAnyUntold(tx, id)) await queueJob(tx, "tell-event-people", { eventId: id });
  },
  async afterEdit(tx: Transaction, before, now) {
    const [was, is] = [before, now].map((one) => heldAs(one as LockedEntry<"event">));
    if (!was || !is || !isHeldOtherwise(was, is)) return;
    // Since it was handed in, somebody may have come.
    const isRefused = await isAgainstAttendance(tx, before.id, now as LockedEntry<"event">);
    authorize(!isRefused, "attendanceTaken");
    await queueJob(tx, "tell-event-change", { eventId: before.id, before: was, after: 0 });
  },
  tellOwner: tellKeepers,
};
