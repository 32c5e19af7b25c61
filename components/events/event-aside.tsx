import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { factsOf } from "@/lib/entries/value-words";
import { EVENTS } from "@/lib/events/event";
import type { EventPage } from "@/lib/events/queries";
import { FactsCard } from "../entries/facts-card";
import { HostList } from "./host-list";

type EventAsideProps = { event: EventPage; locale: Locale };

/** Beside the text: who holds it, in which languages and about what; its poster says the rest. */
export function EventAside({ event, locale }: EventAsideProps) {
  const t = getTranslator(locale, "events");
  const { hosts } = event;
  return (
    <FactsCard
      items={[
        { term: t("page.with"), value: <HostList hosts={hosts} locale={locale} /> },
        ...factsOf(EVENTS, ["format", "languages", "topics", "sectors"], event, locale),
      ]}
      title={t("page.facts")}
    />
  );
}
