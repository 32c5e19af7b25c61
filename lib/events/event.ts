import { EVENT_AUDIENCES, EVENT_ZONES, type EventZone } from "@/db/enums";
import { instantAt, instantsAt, ZONE } from "@/lib/core/dates";
import { type ContentOf, type Description, textsIn } from "@/lib/entries/description";
import { type Gap, listMissing } from "@/lib/entries/missing-fields";
import type { Noun } from "@/lib/entries/noun";

/** Each field of an event. Whoever comes upon it (`audience`) reads all of it. */
export const EVENT = {
  originalLocale: { kind: "language", section: "event", level: "public" },
  title: {
    kind: "text",
    most: 120,
    isLine: true,
    section: "event",
    level: "public",
    isNeeded: true,
  },
  eventKind: {
    kind: "choice",
    of: "eventKinds",
    section: "event",
    level: "public",
    isNeeded: true,
  },
  summary: { kind: "text", most: 1500, section: "event", level: "public", isNeeded: true },
  audience: {
    kind: "state",
    of: EVENT_AUDIENCES,
    unset: "members",
    section: "event",
    level: "public",
  },
  format: {
    kind: "choice",
    of: "eventFormats",
    section: "when",
    level: "public",
    isNeeded: true,
  },
  zone: { kind: "state", of: EVENT_ZONES, unset: "lyon", section: "when", level: "public" },
  starts: { kind: "minute", section: "when", level: "public", isNeeded: true },
  ends: { kind: "minute", section: "when", level: "public", isNeeded: true },
  place: { kind: "choice", of: "lyonPlaces", section: "when", level: "public" },
  cities: { kind: "choices", of: "cities", section: "when", level: "public" },
  venue: { kind: "text", most: 300, section: "when", level: "public" },
  programme: { kind: "text", most: 8000, section: "programme", level: "public" },
  languages: { kind: "choices", of: "languages", section: "programme", level: "public" },
  topics: { kind: "choices", of: "experienceTopics", section: "programme", level: "public" },
  sectors: { kind: "choices", of: "sectors", section: "programme", level: "public" },
} as const satisfies Description;

/** Events as what all entries share knows them. */
export const EVENTS = {
  kind: "event",
  fields: EVENT,
  refusals: "reasonsEventRefusal",
  words: "events",
  weave: "threads",
} as const satisfies Noun;

/** All that is written and chosen in one. */
export type EventContent = ContentOf<typeof EVENT>;

/** Its texts. */
export const EVENT_TEXTS = textsIn(EVENT) as ("title" | "summary" | "venue" | "programme")[];

type Written = Pick<EventContent, "starts" | "ends" | "zone">;

/** The instants at which it starts and ends; null where that is not said, or ends before it starts. */
export function instantsOf({ starts, ends, zone }: Written) {
  const [startsAt, endsAt] = [atOf(starts, zone), atOf(ends, zone)];
  // In a night in which clocks change a later minute may be an earlier instant.
  const isInOrder = startsAt === null || endsAt === null || startsAt < endsAt;
  return { startsAt, endsAt: isInOrder ? endsAt : null };
}

/** The instant at which the clocks of a zone show a minute, null for none. */
export const atOf = (minute: string | null, zone: EventZone): Date | null =>
  minute === null ? null : instantAt(ZONE[zone], minute);

/** What is wrong in what was written, kept all the same and told on its field. */
export function listWrong(content: Partial<EventContent>): Gap[] {
  const { starts = null, ends = null } = content;
  const isBefore = starts !== null && ends !== null && ends <= starts;
  const { section } = EVENT.ends;
  return [
    ...(["starts", "ends"] as const).flatMap((field) => unclear(field, content)),
    ...(isBefore ? [{ field: "ends", section, code: "endsTooSoon" } as const] : []),
  ];
}

/** A minute that the clocks of its place skip, or show twice, as they change. */
function unclear(
  field: "starts" | "ends",
  { zone = EVENT.zone.unset, ...content }: Partial<EventContent>,
): Gap[] {
  const minute = content[field];
  const times = minute ? instantsAt(ZONE[zone], minute).length : 1;
  const code = times === 0 ? "minuteSkipped" : "minuteTwice";
  return times === 1 ? [] : [{ field, section: EVENT[field].section, code }];
}

/** What stands between a draft and its publication: one that is held somewhere says where. */
export function listGaps(content: EventContent): Gap[] {
  const isSomewhere = content.format !== "online";
  const hasPlace = content.place !== null || content.cities.length > 0;
  return [
    ...listMissing(EVENT, content),
    ...listWrong(content),
    ...(isSomewhere && !hasPlace
      ? [{ field: "place", section: EVENT.place.section, code: "eventPlaceNeeded" } as const]
      : []),
  ];
}
