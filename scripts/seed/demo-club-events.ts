import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { EventProgress } from "@/db/enums";
import { entryVersions } from "@/db/schema/entry-parts";
import { eventHosts, eventPeople } from "@/db/schema/events";
import file from "@/db/seed/demo/events.json";
import { contentOf } from "@/lib/entries/content";
import { entryEvent } from "@/lib/entries/entry-event";
import { readStored } from "@/lib/entries/stored-entry";
import { EVENT, type EventContent, instantsOf } from "@/lib/events/event";
import { searchColumns } from "@/lib/events/search-text";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { seedEvents } from "./demo-events";
import { dateOrNull } from "./demo-times";

type DemoClubEvent = EventContent & {
  slug: string;
  moderation: "draft" | "published";
  publishedAt: string | null;
  /** Organisations that hold it with the club, and members who speak, in their order. */
  hosts: string[];
  speakers: string[];
  progress: EventProgress;
  capacity: number;
  price: number | null;
  needsApproval: boolean;
  companionsMost: number;
};

const DEMO_CLUB_EVENTS = file.items as unknown as DemoClubEvent[];

/** What the club holds and held: breakfasts, an evening, two delegations, and a forum that is still being prepared. */
export async function seedClubEvents(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const event of DEMO_CLUB_EVENTS) {
    const { slug, moderation, capacity, price, needsApproval, companionsMost } = event;
    const content = readStored(EVENT, event);
    const instants = instantsOf(content);
    const publishedAt = dateOrNull(event.publishedAt);
    const { endsAt } = instants;
    const isOver = endsAt !== null && endsAt < new Date();
    const { id } = await insertEntry(tx, "event", {
      ...{ ...content, ...searchColumns(content), ...instants },
      ...{ slug, moderation, publishedAt, submittedAt: publishedAt },
      ...(publishedAt && { createdAt: publishedAt, updatedAt: publishedAt }),
      ...{ capacity, price, needsApproval, companionsMost },
      progress: isOver ? "closed" : event.progress,
    });
    await seedPeople(tx, keys, id, event);
    if (!publishedAt) continue;
    const version = { entryId: id, number: 1, cause: "published", createdAt: publishedAt } as const;
    await tx.insert(entryVersions).values({ ...version, content: contentOf(EVENT, content) });
    const past = entryEvent({ entryKind: "event", id }, "published");
    await seedEvents(tx, [{ ...past, createdAt: publishedAt }]);
  }
}

async function seedPeople(
  tx: Transaction,
  keys: DemoKeys,
  eventId: string,
  { hosts, speakers }: DemoClubEvent,
): Promise<void> {
  const held = hosts.map((slug) => ({
    eventId,
    organisationId: keyOf(keys.organisations, slug),
    agreedAt: new Date(),
  }));
  if (held.length > 0) await tx.insert(eventHosts).values(held);
  const speaking = speakers.map((slug, position) => ({
    ...{ eventId, position, role: "speaker" as const },
    memberId: keyOf(keys.members, slug),
  }));
  if (speaking.length > 0) await tx.insert(eventPeople).values(speaking);
}
