import type { EventRole } from "@/db/enums";
import { inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { formatOnBothClocks } from "@/lib/core/two-clocks";
import { entryFacts, type Titled, tellingOwners } from "@/lib/entries/owner-notices";
import { EVENTS } from "./event";
import { addressWords, whereWords } from "./event-poster";
import type { HostAnswer } from "./hosts.policy";

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

const OF_HOSTS: NoticeTable<"managers" | "writers"> = {
  "event.host-asked": { managers: "eventHostAsked" },
  "event.host-agreed": { writers: "eventHostAnswered" },
  "event.host-declined": { writers: "eventHostAnswered" },
  "event.host-left": { writers: "eventHostAnswered" },
};

type Named = { name: LocalizedText; originalLocale: Locale };
type Heard = { managers?: readonly Recipient[]; writers?: readonly Recipient[] };
type Placed = Dated & Parameters<typeof whereWords>[0];

/** Tells who manages an organisation that it is asked to hold an event, and those who had it asked what it says. */
export const tellOfHosts = (
  event: Placed,
  { name, originalLocale }: Named,
  { answer, ...people }: Heard & { answer?: HostAnswer },
) =>
  tellBy(OF_HOSTS, {
    people,
    facts: {
      ...entryFacts(EVENTS, event),
      organisation: { text: name, original: originalLocale },
      when: whenFact(event),
      where: inEachLanguage((locale) => whereWords(event, locale)),
      ...(answer && { answer }),
    },
  });

const whenFact = ({ startsAt, endsAt }: Dated) =>
  startsAt ? inEachLanguage((locale) => formatOnBothClocks(startsAt, endsAt, locale)) : "";

type Dated = Titled & { startsAt: Date | null; endsAt: Date | null };

/** Tells members that they keep an event, speak at it or are asked to come, and when it is. */
export const tellNamed = (
  event: Dated & Parameters<typeof addressWords>[0],
  named: readonly { memberId: string }[],
  role: EventRole,
) => {
  return tellBy(OF_PEOPLE, {
    people: { named },
    facts: {
      ...entryFacts(EVENTS, event),
      role,
      when: whenFact(event),
      where: inEachLanguage((locale) => addressWords(event, locale)),
    },
  });
};
