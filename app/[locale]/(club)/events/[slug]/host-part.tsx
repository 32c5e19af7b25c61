import { EntryTitle } from "@/components/entries/entry-title";
import { TextParts } from "@/components/entries/text-parts";
import { EventPoster } from "@/components/events/event-poster";
import { HostAnswerPart } from "@/components/events/host-answer-part";
import { PageHeader } from "@/components/ui/page-header";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { swatchHref } from "@/lib/core/swatches/swatch";
import { thisMoment } from "@/lib/core/this-moment";
import { canSetKeepers } from "@/lib/entries/policy";
import { answerAsHostAction } from "@/lib/events/actions";
import { EVENTS } from "@/lib/events/event";
import { posterWords } from "@/lib/events/event-poster";
import { canAnswerAsHost } from "@/lib/events/hosts.policy";
import { type AskedEvent, listAnswered } from "@/lib/events/hosts.queries";
import type { EventPage } from "@/lib/events/queries";

type HostPartProps = { event: EventPage | AskedEvent; viewer: Viewer | null; locale: Locale };

/** What the organisations that the reader manages are asked about an event, or may take back. */
export async function HostPart({ event, viewer, locale }: HostPartProps) {
  const hosts = await listAnswered(viewer, event.id);
  // Whoever may still say who holds it takes their own off there.
  const isSetByReader = "isOwn" in event && canSetKeepers(viewer, event);
  const shown = hosts.filter(({ isAsked }) => isAsked || !isSetByReader);
  if (shown.length === 0) return null;
  const now = thisMoment();
  return (
    <div className="mb-8 space-y-4">
      {shown.map((host) => (
        <HostAnswerPart
          action={answerAsHostAction}
          canAgree={canAnswerAsHost(
            viewer,
            event,
            { isManager: true, standing: "asked" },
            "agreed",
            now,
          )}
          eventId={event.id}
          host={host}
          key={host.organisationId}
          locale={locale}
        />
      ))}
    </div>
  );
}

type AskedEventPartProps = { event: AskedEvent; viewer: Viewer; locale: Locale };

/** All of an event that somebody may know who is asked to hold it and could not read it otherwise. */
export function AskedEventPart({ event, viewer, locale }: AskedEventPartProps) {
  const t = getTranslator(locale, "events");
  const { startsAt, endsAt, seed, originalLocale, stale, summary } = event;
  const words = posterWords(event, locale);
  return (
    <article>
      {words && startsAt ? (
        <EventPoster
          endsAt={endsAt}
          locale={locale}
          startsAt={startsAt}
          swatch={swatchHref({ weave: EVENTS.weave, seed })}
          words={words}
        />
      ) : (
        <PageHeader title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />} />
      )}
      <HostPart event={event} locale={locale} viewer={viewer} />
      <p className="mb-8">{t("hosts.preview")}</p>
      <TextParts
        locale={locale}
        noun={EVENTS}
        originalLocale={originalLocale}
        parts={[{ name: "summary", title: t("fields.summary"), text: summary }]}
        stale={stale}
      />
    </article>
  );
}
