import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { factsOf } from "@/lib/entries/value-words";
import { EVENTS } from "@/lib/events/event";
import type { EventPage } from "@/lib/events/queries";
import { FactsCard } from "../entries/facts-card";
import { HostList } from "./host-list";

type EventAsideProps = { event: EventPage; locale: Locale };

/** Beside the text: when and where it is, who holds it, of which kind it is. */
export function EventAside({ event, locale }: EventAsideProps) {
  const t = getTranslator(locale, "events");
  const at = (instant: Date | null) => (instant ? formatInstant(instant, locale) : "");
  return (
    <FactsCard
      items={[
        { term: t("facts.starts"), value: at(event.startsAt) },
        { term: t("facts.ends"), value: at(event.endsAt) },
        { term: t("page.with"), value: <HostList hosts={event.hosts} locale={locale} /> },
        ...factsOf(
          EVENTS,
          ["place", "cities", "format", "eventKind", "languages", "topics"],
          event,
          locale,
        ),
      ]}
      title={t("page.when")}
    />
  );
}
