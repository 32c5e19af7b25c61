import "server-only";
import { and, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { eventHosts } from "@/db/schema/events";
import { canDraftFor } from "@/lib/affiliations/policy";
import { listManagedIn, readRolesIn } from "@/lib/affiliations/roles.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { draftKeys } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import { type EntryVersion, lockOwnEntry } from "@/lib/entries/locked.queries";
import { canSetKeepers } from "@/lib/entries/policy";
import { readStored } from "@/lib/entries/stored-entry";
import { submitEntry } from "@/lib/entries/verbs.mutations";
import { EVENT, type EventContent, instantsOf } from "./event";
import { askHosts } from "./hosts.mutations";
import { EVENT_VERBS } from "./noun.queries";
import { searchColumns } from "./search-text";

type Written = Partial<EventContent> & Pick<EventContent, "originalLocale">;

/**
 * Begins an event that these organisations are to hold with the club, as a draft. Gives its address. Throws `notFound` for whoever
 * manages none at all, and `noneOfYours` on `hosts` for whoever manages none of them, administrators apart.
 */
export async function startEvent(
  tx: Transaction,
  viewer: Viewer,
  input: { content: Written; hosts: readonly string[] },
): Promise<{ id: string; slug: string }> {
  authorize(canDraftFor(viewer, await readRolesIn(tx, viewer, input.hosts, "hosts")));
  const { id, slug } = draftKeys();
  const content = readStored(EVENT, input.content);
  await insertEntry(tx, "event", {
    ...content,
    ...searchColumns(content),
    ...instantsOf(content),
    id,
    slug,
  });
  await putHosts(tx, viewer, id, input.hosts);
  const entry = await lockOwnEntry(tx, viewer, "event", { id, version: 1 });
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "drafted"));
  return { id, slug };
}

/** Says which organisations hold it with the club; those that the viewer does not manage are asked. Throws as `startEvent`, `conflict`, `moveNotAllowed`. */
export async function setHosts(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & { hosts: readonly string[] },
): Promise<{ slug: string }> {
  const entry = await lockOwnEntry(tx, viewer, "event", input);
  authorize(canSetKeepers(viewer, entry), "moveNotAllowed");
  // Whoever leaves themselves out could not come back.
  authorize(canDraftFor(viewer, await readRolesIn(tx, viewer, input.hosts, "hosts")));
  await putHosts(tx, viewer, entry.id, input.hosts);
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "hosts-set"));
  await askHosts(tx, viewer, entry.id);
  return entry;
}

/**
 * Hands an event in, and asks the organisations that are to hold it; an administrator's is online at once. Throws as `setHosts`, and
 * on the field `required`, `originalNeeded`, `endsTooSoon`, `eventPlaceNeeded`.
 */
export async function submitEvent(tx: Transaction, viewer: Viewer, input: EntryVersion) {
  const submitted = await submitEntry(tx, viewer, EVENT_VERBS, input);
  await askHosts(tx, viewer, input.id);
  return submitted;
}

/**
 * Puts these organisations as those that hold an event with the club, which is held. Those that the viewer manages have agreed by it,
 * those that had agreed or were asked before stay so; the others are to be asked.
 */
async function putHosts(
  tx: Transaction,
  viewer: Viewer,
  eventId: string,
  hosts: readonly string[],
): Promise<void> {
  const wanted = [...new Set(hosts)];
  const isOf = eq(eventHosts.eventId, eventId);
  const isLeftOut = wanted.length > 0 ? notInArray(eventHosts.organisationId, wanted) : undefined;
  await tx.delete(eventHosts).where(and(isOf, isLeftOut));
  if (wanted.length === 0) return;
  const rows = wanted.map((organisationId) => ({ organisationId, eventId }));
  await tx.insert(eventHosts).values(rows).onConflictDoNothing();
  const managed = await listManagedIn(tx, viewer, wanted);
  if (managed.length === 0) return;
  await tx
    .update(eventHosts)
    .set({ agreedAt: sql`now()` })
    .where(and(isOf, inArray(eventHosts.organisationId, managed), isNull(eventHosts.agreedAt)));
}
