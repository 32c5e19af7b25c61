import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isPriceSaid, priceWords, whereWords } from "@/lib/events/event-poster";
import type { EventPage } from "@/lib/events/queries";
import { freePlaces } from "@/lib/events/registration-terms";
import type { RegistrationCardData } from "@/lib/events/registrations.queries";
import { DefinitionList } from "../ui/definition-list";
import { TwoClocks } from "../ui/two-clocks";

type TermListProps = {
  card: RegistrationCardData;
  /** On a page of its own: when and where, too. */
  event?: Pick<EventPage, "startsAt" | "endsAt" | "format" | "place" | "cities">;
  now: Date;
  locale: Locale;
};

/** Price, places and the end of registration, as far as there are any; which are left until it begins, none of what was called off. */
export function TermList({ card, event, now, locale }: TermListProps) {
  const t = getTranslator(locale, "events");
  const { capacity, price, closesAt, progress } = card;
  if (progress === "cancelled") return null;
  const free = freePlaces(card);
  const isCounted = free !== null && card.startsAt !== null && card.startsAt > now;
  const places = isCounted ? "registration.left" : "registration.inAll";
  const clocks = (startsAt: Date, endsAt: Date | null = null) => (
    <TwoClocks endsAt={endsAt} lineClass="block" locale={locale} startsAt={startsAt} />
  );
  return (
    <DefinitionList
      items={[
        { term: t("guest.when"), value: event?.startsAt && clocks(event.startsAt, event.endsAt) },
        { term: t("registration.where"), value: event && whereWords(event, locale) },
        {
          term: t("registration.price"),
          value: isPriceSaid(card) ? priceWords(price, locale) : "",
        },
        {
          term: t("registration.places"),
          value: capacity === null ? "" : t(places, { free: free ?? 0, capacity }),
        },
        {
          term: t("registration.until"),
          value: closesAt && progress === "open" && clocks(closesAt),
        },
      ]}
      layout="stack"
    />
  );
}
