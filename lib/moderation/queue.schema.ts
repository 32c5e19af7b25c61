import { z } from "zod";
import { pageNumber } from "@/lib/core/text/fields";
import { QUEUE_KINDS } from "./promise";
import type { QueueItem } from "./queue-item";

/** Filters of the queue as they stand in the address; what cannot be read is left out. */
export const queueFilters = z.object({
  kind: z
    .enum(QUEUE_KINDS as [QueueItem["kind"]])
    .or(z.literal(""))
    .catch(""),
  taken: z.enum(["", "me", "nobody"]).catch(""),
  late: z.enum(["", "yes"]).catch(""),
  page: pageNumber,
});

export type QueueFilters = Omit<z.infer<typeof queueFilters>, "page">;

const place = z.object({
  of: z.enum(QUEUE_KINDS as [QueueItem["kind"]]),
  after: z.uuid(),
  since: z.coerce.date(),
});

/** The place in the queue that an address goes on from, as `leadOn` gave it; null without one. */
export function readPlace(asked: unknown) {
  const read = place.safeParse(asked);
  if (!read.success) return null;
  const { of: kind, after: id, since: submittedAt } = read.data;
  return { kind, id, submittedAt };
}
