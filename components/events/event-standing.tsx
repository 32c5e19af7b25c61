import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EventPage } from "@/lib/events/queries";
import { Notice } from "../ui/notice";
import { CancelledWords } from "./cancelled-words";

type EventStandingProps = { event: EventPage; locale: Locale; now: Date };

/** On top of an event's page: that it is cancelled, or over; nothing of one that lies ahead. */
export function EventStanding({ event, locale, now }: EventStandingProps) {
  const t = getTranslator(locale, "events");
  const { progress, endsAt } = event;
  if (progress === "cancelled") {
    return (
      <Notice className="mb-8" title={t("page.cancelledTitle")} tone="danger">
        {t("page.cancelledText")}
        <CancelledWords className="mt-2" locale={locale} words={event.cancelledWords} />
      </Notice>
    );
  }
  if (!endsAt || endsAt > now) return null;
  return <Notice className="mb-8" title={t("page.heldTitle")} tone="info" />;
}
