import { z } from "zod";
import { choice, optionalParagraph, pageNumber, rowId, rowVersion } from "@/lib/core/text/fields";
import { addressInput } from "@/lib/entries/entry-input";
import { OTHERS, OUTCOMES } from "./attendance";

/** The most parties that are ticked in one go. */
const MOST = 1000;

const ids = z.union([rowId.transform((id) => [id]), z.array(rowId).max(MOST)]).default([]);

export const tickPartiesInput = z.strictObject({ eventId: rowId, party: ids });

export const untickPartyInput = z.strictObject({ registrationId: rowId, version: rowVersion });

export const closeDoorInput = z.strictObject({
  eventId: rowId,
  others: choice(OTHERS).optional(),
});

export const sayOutcomeInput = z.strictObject({
  registrationId: rowId,
  version: rowVersion,
  slug: addressInput,
  outcome: choice(OUTCOMES),
  words: optionalParagraph(600),
});

/** What a door's list is asked for; whatever it does not know it leaves out. */
export const readDoorFilters = (asked: Record<string, unknown>) => doorFilters.parse(asked);

const doorFilters = z.object({
  q: z
    .string()
    .trim()
    .transform((q) => q.slice(0, 200))
    .catch("")
    .default(""),
  page: pageNumber,
});
