import { tellRegistered } from "@/lib/events/registration-notices";
import type { Told } from "./told-of-people";
import type { ToldWorld } from "./told-world";

const later = new Date("2027-05-01T10:00:00Z");

/** What whoever is registered for an event hears. */
export function toldOfRegistrations({ owner, partner, entries, title }: ToldWorld) {
  const event = {
    ...entries.event,
    title,
    originalLocale: "fr",
    startsAt: later,
    endsAt: null,
    ...{ format: "in-person", place: "lyon-3", cities: [], venue: {}, price: 25 },
  } as const;
  const registered = (more?: Parameters<typeof tellRegistered>[2]): Told => ({
    subject: ["event", event.id],
    tell: tellRegistered(event, partner, more),
    hears: { person: [partner] },
  });
  return {
    "event.registered": registered({ state: "waiting" }),
    "event.guest-joined": registered({ state: "confirmed" }),
    "event.registration-cancelled": {
      ...registered({ state: "cancelled", keepers: { to: [owner], seats: 2 } }),
      hears: { person: [partner], keepers: [owner] },
    },
    "event.seat-taken": registered({ state: "confirmed" }),
    "event.seat-offered": registered({ until: later }),
    "event.seat-passed": registered(),
    "event.offer-expired": registered(),
    "event.selection-told": registered({
      state: "not-selected",
      facts: { reason: "", words: "Merci" },
    }),
    "event.requests-ended": registered({
      state: "cancelled",
      facts: { reason: "", words: "" },
    }),
    "event.offer-shortened": registered({ until: later }),
    "event.changed": registered({ facts: { changes: "09:00" } }),
    "event.cancelled": registered(),
    "event.words-told": registered({ letter: () => ({ words: "Merci" }) }),
    "event.reminded": registered(),
    "event.guest-asked": registered({ facts: { way: "member" } }),
    "event.attended": registered(),
  } satisfies Record<string, Told>;
}
