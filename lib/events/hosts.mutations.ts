import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventHosts } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { listManagedIn } from "@/lib/affiliations/roles.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { isDraftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import { keepersOf } from "@/lib/entries/keepers.queries";
import { type LockedEntry, lockEntry } from "@/lib/entries/locked.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { canAnswerAsHost, type HostAnswer, type HostFacts, hostRefusal } from "./hosts.policy";
import { listManagers, listUnasked } from "./hosts.queries";
import { tellOfHosts } from "./notices";
import { readSeats } from "./seats.queries";

/**
 * Asks those that are to hold an event and were not asked yet, each organisation once, as soon as it was handed in and has a day, and
 * as long as a yes would count. Throws `notFound` for whoever does not keep it.
 */
export async function askHosts(tx: Transaction, viewer: Viewer, id: string): Promise<void> {
  const event = await lockEntry(tx, "event", id);
  authorize(ownsEntry(viewer, event));
  if (isDraftSlug(event.slug) || event.startsAt === null) return;
  const { now } = await readSeats(tx, id);
  const facts = { isManager: true, standing: "asked" } as const;
  const isHidden = event.hiddenAt !== null;
  if (!canAnswerAsHost(viewer, { ...event, isHidden }, facts, "agreed", now)) return;
  for (const { id: organisationId, ...organisation } of await listUnasked(tx, id)) {
    await tx
      .update(eventHosts)
      .set({ askedAt: sql`now()`, askedBy: viewer.accountId })
      .where(and(eq(eventHosts.eventId, id), eq(eventHosts.organisationId, organisationId)));
    await record(tx, viewer, entryEvent(event, "host-asked", { organisationId }), {
      tell: tellOfHosts(event, organisation, { managers: await listManagers(tx, organisationId) }),
    });
  }
}

type Answered = { eventId: string; organisationId: string; answer: HostAnswer };

/**
 * Says for an organisation that the viewer manages whether it holds an event, or that it no longer does: a yes names it and makes
 * its managers keepers, anything else takes it off. Whoever asked is told. The event is held first, so that of two who answer the
 * first counts. Throws `hostNotManaged`, `hostAnswered`, `eventIsCancelled`, `eventIsOver`, `moveNotAllowed`.
 */
export async function answerAsHost(
  tx: Transaction,
  viewer: Viewer,
  { eventId, organisationId, answer }: Answered,
): Promise<{ slug: string }> {
  const isManager = (await listManagedIn(tx, viewer, [organisationId])).length > 0;
  authorize(isManager, "hostNotManaged");
  const isIt = and(eq(eventHosts.eventId, eventId), eq(eventHosts.organisationId, organisationId));
  // Whether there is such an event is nobody's to learn by it.
  authorize((await tx.$count(eventHosts, isIt)) > 0, "hostAnswered");
  const locked = await lockEntry(tx, "event", eventId);
  const event = { ...locked, isHidden: locked.hiddenAt !== null };
  const { now } = await readSeats(tx, eventId);
  const host = await readHost(tx, isIt);
  const facts = { isManager, standing: host?.standing ?? "none" } as const;
  const refusal = hostRefusal(viewer, event, facts, answer, now);
  if (refusal) throw new AppError(refusal);
  authorize(host !== undefined && canAnswerAsHost(viewer, event, facts, answer, now));
  if (answer === "agreed") {
    await tx.update(eventHosts).set({ agreedAt: sql`now()` }).where(isIt);
  } else {
    await tx.delete(eventHosts).where(isIt);
  }
  await record(tx, viewer, entryEvent(event, `host-${answer}`, { organisationId }), {
    tell: tellOfHosts(event, host, {
      answer,
      writers: await listWriters(tx, viewer, event, host.askedBy),
    }),
  });
  return { slug: event.slug };
}

async function readHost(tx: Transaction, isIt: ReturnType<typeof and>) {
  const { askedAt, agreedAt, askedBy } = eventHosts;
  const [row] = await tx
    .select({
      ...{ name: organisations.name, originalLocale: organisations.originalLocale, askedBy },
      standing: sql<HostFacts["standing"]>`case when ${agreedAt} is not null then 'agreed'
        when ${askedAt} is not null then 'asked' else 'none' end`,
    })
    .from(eventHosts)
    .innerJoin(organisations, eq(organisations.id, eventHosts.organisationId))
    .where(isIt);
  return row;
}

/** Whoever had it asked; where nobody had, or they are gone, those who keep the event now (`keepersOf`). */
async function listWriters(
  tx: Transaction,
  viewer: Viewer,
  { id }: LockedEntry<"event">,
  askedBy: string | null,
) {
  const writers =
    askedBy === null
      ? await keepersOf(tx, await lockEntry(tx, "event", id))
      : [{ accountId: askedBy }];
  return writers.filter(({ accountId }) => accountId !== viewer.accountId);
}
