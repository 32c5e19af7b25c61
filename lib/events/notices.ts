import type { EventRole } from "@/db/enums";
import { inEachLanguage } from "@/lib/core/events/facts";
import { tellBy } from "@/lib/core/events/notice-table";
import { formatOnBothClocks } from "@/lib/core/two-clocks";
import { entryFacts, type Titled, tellingOwners } from "@/lib/entries/owner-notices";
import { EVENTS } from "./event";

/** What those who keep an event hear of it, and of an edit of it; what it opens is its page unless told otherwise (`to`). */
export const tellKeepers = tellingOwners(EVENTS, {
  "event.submitted": {},
  "event.published": { owner: "eventPublished" },
  "event.changes-requested": { owner: "eventChangesRequested" },
  "event.refused": { owner: "eventRefused" },
  "event.seats-freed": { owner: "eventSeatsFreed" },
});

const OF_PEOPLE = {
  "event.person-named": { named: "eventPersonNamed" },
  "event.people-told": { named: "eventPersonNamed" },
} as const;

type Dated = Titled & { startsAt: Date | null; endsAt: Date | null };

/** Tells members that they keep an event, speak at it or are asked to come, and when it is. */
export const tellNamed = (
  event: Dated,
  named: readonly { memberId: string }[],
  role: EventRole,
) => {
  const { startsAt, endsAt } = event;
  return tellBy(OF_PEOPLE, {
    people: { named },
    facts: {
      ...entryFacts(EVENTS, event),
      role,
      when: startsAt
        ? inEachLanguage((locale) => formatOnBothClocks(startsAt, endsAt, locale))
        : "",
    },
  });
};
