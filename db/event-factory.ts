import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";
import { eventHosts } from "./schema/events";

/** A complete event that these organisations hold with the club, a draft unless told otherwise. */
export async function makeEvent(
  tx: Transaction,
  hosts: readonly string[] = [],
  values: Partial<EntryInsert<"event">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const event = {
    slug: `event-${randomUUID()}`,
    originalLocale: "fr" as const,
    title: { fr: "Payer et être payé en Chine" },
    eventKind: "breakfast",
    format: "in-person",
    audience: "public" as const,
    starts: "2031-10-15 08:00",
    ends: "2031-10-15 10:00",
    startsAt: new Date("2031-10-15T06:00:00Z"),
    endsAt: new Date("2031-10-15T08:00:00Z"),
    place: "lyon-3",
    summary: { fr: "Trois membres racontent comment ils paient et se font payer." },
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "event", event);
  if (hosts.length > 0) {
    await tx
      .insert(eventHosts)
      .values(
        hosts.map((organisationId) => ({ organisationId, eventId: id, agreedAt: new Date() })),
      );
  }
  return { version: 1, ...event, id };
}
