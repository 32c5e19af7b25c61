import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { factsOf } from "@/lib/entries/value-words";
import { EVENTS } from "@/lib/events/event";
import { whereWords } from "@/lib/events/event-poster";
import type { EventPage } from "@/lib/events/queries";
import { FactsCard } from "../entries/facts-card";
import { TwoClocks } from "../ui/two-clocks";
import { HostList } from "./host-list";

type EventAsideProps = { event: EventPage; locale: Locale };

/** Beside the text: when and where it is, who holds it, of which kind it is. */
export function EventAside({ event, locale }: EventAsideProps) {
  const t = getTranslator(locale, "events");
  const { startsAt, endsAt, hosts } = event;
  return (
    <FactsCard
      items={[
        {
          term: t("page.when"),
          value: startsAt ? (
            <TwoClocks endsAt={endsAt} lineClass="block" locale={locale} startsAt={startsAt} />
          ) : null,
        },
        { term: t("page.where"), value: whereWords(event, locale) },
        { term: t("page.with"), value: <HostList hosts={hosts} locale={locale} /> },
        ...factsOf(EVENTS, ["format", "languages", "topics", "sectors"], event, locale),
      ]}
      title={t("page.facts")}
    />
  );
}
