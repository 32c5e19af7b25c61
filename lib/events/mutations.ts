import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { eventHosts } from "@/db/schema/events";
import { canDraftFor } from "@/lib/affiliations/policy";
import { readRolesIn } from "@/lib/affiliations/roles.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { draftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import { type EntryVersion, lockOwnEntry } from "@/lib/entries/locked.queries";
import { canSetKeepers } from "@/lib/entries/policy";
import { readStored } from "@/lib/entries/stored-entry";
import { submitEntry } from "@/lib/entries/verbs.mutations";
import { EVENT, type EventContent, instantsOf } from "./event";
import { EVENT_VERBS } from "./noun.queries";
import { searchColumns } from "./search-text";

type Written = Partial<EventContent> & Pick<EventContent, "originalLocale">;

/**
 * Begins an event that these organisations hold with the club, as a draft. Gives its address. Throws `notFound` for whoever
 * manages none of them, administrators apart.
 */
export async function startEvent(
  tx: Transaction,
  viewer: Viewer,
  input: { content: Written; hosts: readonly string[] },
): Promise<{ id: string; slug: string }> {
  authorize(canDraftFor(viewer, await readRolesIn(tx, viewer, input.hosts)));
  const slug = draftSlug();
  const content = readStored(EVENT, input.content);
  const { id } = await insertEntry(tx, "event", {
    ...content,
    ...searchColumns(content),
    ...instantsOf(content),
    slug,
  });
  await putHosts(tx, id, input.hosts);
  const entry = await lockOwnEntry(tx, viewer, "event", { id, version: 1 });
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "drafted"));
  return { id, slug };
}

/** Says which organisations hold it with the club. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function setHosts(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & { hosts: readonly string[] },
): Promise<{ slug: string }> {
  const entry = await lockOwnEntry(tx, viewer, "event", input);
  authorize(canSetKeepers(viewer, entry), "moveNotAllowed");
  // Whoever leaves themselves out could not come back.
  authorize(canDraftFor(viewer, await readRolesIn(tx, viewer, input.hosts)));
  await putHosts(tx, entry.id, input.hosts);
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "hosts-set"));
  return entry;
}

/**
 * Hands an event in; an administrator's is online at once. Throws as `setHosts`, and on the field `required`,
 * `originalNeeded`, `endsTooSoon`.
 */
export const submitEvent = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, EVENT_VERBS, input);

async function putHosts(tx: Transaction, id: string, hosts: readonly string[]): Promise<void> {
  await tx.delete(eventHosts).where(eq(eventHosts.eventId, id));
  const rows = [...new Set(hosts)].map((organisationId) => ({ organisationId, eventId: id }));
  if (rows.length > 0) await tx.insert(eventHosts).values(rows);
}
