import type { EventProgress } from "@/db/enums";
import type { RegistrationState } from "@/db/enums-of-events";
import { type Facts, inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { ClubEvent, Telling } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { seemsForeign } from "@/lib/core/text/foreign-words";
import { formatOnBothClocks } from "@/lib/core/two-clocks";
import { titleFact } from "@/lib/entries/entry-names";
import { EVENTS } from "./event";
import { addressWords } from "./event-poster";

/** What whoever is registered hears of it, and whoever keeps the event of a place that was given up. */
const NOTICES: NoticeTable<"person" | "keepers"> = {
  "event.registered": { person: "eventRegistered" },
  "event.guest-joined": { person: "eventRegistered" },
  "event.registration-cancelled": { person: "eventRegistered", keepers: "eventPlaceGivenUp" },
  "event.seat-taken": { person: "eventRegistered" },
  "event.seat-offered": { person: "eventSeatOffered" },
  "event.seat-passed": { person: "eventSeatPassed" },
  "event.offer-expired": { person: "eventOfferExpired" },
  "event.selection-told": { person: "eventSelectionTold" },
  "event.requests-ended": { person: "eventSelectionTold" },
  "event.offer-shortened": { person: "eventSeatOffered" },
  "event.changed": { person: "eventChanged" },
  "event.cancelled": { person: "eventCancelled" },
  "event.words-told": { person: "eventMessage" },
  "event.reminded": { person: "eventReminder" },
  "event.guest-asked": { person: "eventGuestAsked" },
  "event.attended": { person: "eventAttended" },
};

type Told = {
  slug: string;
  title: LocalizedText;
  startsAt: Date | null;
  endsAt: Date | null;
  price: number | null;
} & Parameters<typeof addressWords>[0];

type More = {
  state?: RegistrationState;
  until?: Date | null;
  /** Why a place is theirs until then: one came free, or the event was moved. */
  cause?: "free" | "moved";
  /** What the organisers write to whoever it is, `""` for nothing: whoever reads another language is told that it is as they wrote it. */
  words?: string;
  facts?: Facts;
  letter?: Telling["letter"];
  /** Whom else it concerns that so many places were given up. */
  keepers?: { to: readonly Recipient[]; seats: number };
};

/** Tells whoever is registered for an event, each of several. */
export function tellRegistered(
  event: Told,
  person: Recipient | readonly Recipient[],
  more: More = {},
) {
  const { state, until, cause = "free", words, facts, letter, keepers } = more;
  const { slug, title, originalLocale, startsAt, endsAt, price } = event;
  const about = { title: titleFact(EVENTS, title, originalLocale) };
  const to = `/events/${slug}`;
  const told = {
    ...about,
    when: startsAt ? inEachLanguage((locale) => formatOnBothClocks(startsAt, endsAt, locale)) : "",
    where: inEachLanguage((locale) => addressWords(event, locale)),
    cost:
      price === null
        ? "none"
        : inEachLanguage((locale) =>
            getTranslator(locale, "events")("registration.euros", { price }),
          ),
    ...(state && { state }),
    ...(until && {
      until: inEachLanguage((locale) => formatOnBothClocks(until, null, locale)),
      cause,
    }),
    ...(words !== undefined && {
      words,
      why: words && inEachLanguage((locale) => howSaid(words, originalLocale, locale)),
    }),
    to,
    ...facts,
  };
  // Who it was stands in the list alone, which forgets them in time.
  const list = { ...about, to: `${to}/registrations?state=cancelled` };
  return tellBy(NOTICES, {
    people: { person, keepers: keepers?.to },
    facts: (who) => (who === "person" ? told : { ...list, count: String(keepers?.seats ?? 0) }),
    letter,
  });
}

/** How the words of organisers are introduced to a reader: as foreign ones, in the language of their event, or not. */
export const howSaid = (words: string, original: Locale, locale: Locale) =>
  seemsForeign(words, original, locale) ? "foreign" : "said";

type Selected = {
  to: readonly Recipient[];
  state: RegistrationState;
  reasonCode: string | null;
  words: string | null;
};

/** Tells those who applied for a place what became of it, each their own; `letter` goes with a place. */
export function tellSelected(
  event: Told,
  selected: readonly Selected[],
  letter?: Telling["letter"],
) {
  const tellings = selected.map(({ to, state, reasonCode, words }) => {
    const reason = reasonCode ? { reason: reasonCode, list: "reasonsEventSelection" as const } : "";
    return tellRegistered(event, to, {
      state,
      words: words ?? "",
      facts: { reason },
      letter: state === "confirmed" ? letter : undefined,
    });
  });
  return (happened: Pick<ClubEvent, "name">) => tellings.flatMap((tell) => tell(happened));
}

/** An event of the trail about an event's registrations. */
export const seatEvent = (
  { id }: { id: string },
  past: string,
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent => ({ name: `event.${past}`, subjectType: "event", subjectId: id, data });

/** How an act on the progress of an event is called in the trail. */
export const PROGRESS_PAST: Record<Exclude<EventProgress, "announced">, string> = {
  open: "registration-opened",
  closed: "registration-closed",
  cancelled: "called-off",
};
