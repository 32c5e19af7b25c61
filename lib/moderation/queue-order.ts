import { dueOn, isLate } from "./promise";
import type { QueueFilters } from "./queue.schema";
import type { QueueItem } from "./queue-item";

/** Where something stands in the queue, also once it has left it. */
export type Place = Pick<QueueItem, "kind" | "id" | "submittedAt">;

/** By the day that each was promised an answer, then by when it came. */
export function dueFirst<Item extends Place>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, due: dueOn(item) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : came(a.item, b.item)))
    .map(({ item }) => item);
}

const came = (a: Place, b: Place) =>
  a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1);

const isAhead = (a: Place, b: Place) => dueFirst([b, a])[0] === a;

/** Whether something of the queue is asked for. */
export function isAsked(item: QueueItem, { kind, taken, late }: QueueFilters, now = new Date()) {
  const { taker } = item;
  if (kind && item.kind !== kind) return false;
  if (taken === "me" && !taker?.isViewer) return false;
  if (taken === "nobody" && taker) return false;
  return !late || isLate(item, now);
}

/**
 * What the viewer can decide on after a place, in a list that is in order; the first of it once nothing follows, null
 * when there is nothing but what is their own or a colleague's.
 */
export function nextAfter(items: readonly QueueItem[], place: Place | null): QueueItem | null {
  const open = items.filter(
    ({ id, isOwn, taker }) => id !== place?.id && !isOwn && (!taker || taker.isViewer),
  );
  return open.find((item) => place && isAhead(place, item)) ?? open[0] ?? null;
}
