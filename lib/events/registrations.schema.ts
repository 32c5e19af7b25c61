import { z } from "zod";
import { REGISTRATION_STATES, SELECTION_VERDICTS } from "@/db/enums-of-events";
import { referenceItem } from "@/db/reference/lists";
import { code } from "@/lib/core/errors";
import {
  choice,
  line,
  optionalChoice,
  optionalLine,
  optionalMinute,
  optionalParagraph,
  pageNumber,
  paragraph,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { placeTarget } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { EVENTS } from "./event";
import { namesOf } from "./registration-terms";

const REGISTRATION_MAX = {
  companions: 600,
  note: 300,
  words: 600,
  why: 300,
  url: 300,
  message: 1000,
} as const;

const party = {
  companions: optionalParagraph(REGISTRATION_MAX.companions).transform(namesOf),
  note: optionalParagraph(REGISTRATION_MAX.note),
  isShown: ticked,
  takesPhotos: ticked,
};

export const registerInput = z.strictObject({ eventId: rowId, ...party });

/** The same of somebody who asked whoever keeps the event, by name. */
export const onBehalfInput = z.strictObject({
  ...{ eventId: rowId, person: line(200) },
  ...{ companions: party.companions, note: party.note },
});

/** One registration as its form has it. */
export const registrationTarget = z.strictObject({ registrationId: rowId, version: rowVersion });

export const changeRegistrationInput = registrationTarget.extend(party);

export const paidInput = registrationTarget.extend({
  isPaid: z.enum(["yes", "no"]).transform((value) => value === "yes"),
  page: pageNumber,
});

/** The most that the database takes. */
const MOST = 100_000;

const isFigure = (value: string) =>
  /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST;

/** A whole number from 1 on, full-width figures too; null where nothing is typed. */
const optionalFigure = z
  .string()
  .max(40, code("notAFigure"))
  .optional()
  .transform((value) => value?.normalize("NFKC").trim() || null)
  .refine((value) => value === null || isFigure(value), code("notAFigure"))
  .transform((value) => (value === null ? null : Number(value)));

const COMPANIONS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** An address that a browser opens safely, or none. */
const optionalUrl = optionalLine(REGISTRATION_MAX.url).transform((value, context) => {
  if (value === "") return null;
  if (URL.canParse(value) && new URL(value).protocol === "https:") return value;
  context.addIssue({ code: "custom", message: code("linkNotSecure") });
  return z.NEVER;
});

export const settingsInput = keyed(EVENTS, {
  ...placeTarget,
  capacity: optionalFigure,
  price: optionalFigure,
  companionsMost: choice(COMPANIONS).transform(Number),
  needsApproval: ticked,
  closes: optionalMinute,
  onlineUrl: optionalUrl,
  keepsSeated: ticked,
  intent: z.enum(["save", "open"]).default("save"),
});

export const moveEventInput = keyed(EVENTS, placeTarget);

/** With why, for those who are registered. */
export const cancelEventInput = keyed(EVENTS, {
  ...placeTarget,
  words: optionalParagraph(REGISTRATION_MAX.why),
});

const registrationIds = z
  .union([rowId.transform((id) => [id]), z.array(rowId).max(500)])
  .optional()
  .transform((ids) => ids ?? []);

export const writeInput = z.strictObject({
  eventId: rowId,
  words: paragraph(REGISTRATION_MAX.message),
});

/** What the list of registrations is asked for; whatever it does not know it leaves out. */
export const readRegistrationFilters = (asked: Record<string, unknown>) => filters.parse(asked);

const filters = z.object({
  state: z.enum(REGISTRATION_STATES).nullable().catch(null).default(null),
  page: pageNumber,
});

export const selectionInput = z.strictObject({
  eventId: rowId,
  registrationIds,
  verdict: choice(SELECTION_VERDICTS),
  reasonCode: optionalChoice((slug: string) =>
    Boolean(referenceItem("reasonsEventSelection", slug)),
  ),
  words: optionalParagraph(REGISTRATION_MAX.words),
});
