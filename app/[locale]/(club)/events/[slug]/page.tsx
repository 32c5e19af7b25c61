import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BackToList } from "@/components/entries/back-to-list";
import { EntryHead } from "@/components/entries/entry-head";
import { EntryTitle } from "@/components/entries/entry-title";
import { OwnerPanel } from "@/components/entries/owner-panel";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { TextParts } from "@/components/entries/text-parts";
import { EventAside } from "@/components/events/event-aside";
import { EventMarks } from "@/components/events/event-marks";
import { EventPoster } from "@/components/events/event-poster";
import { EventProgramme } from "@/components/events/event-programme";
import { EventStanding } from "@/components/events/event-standing";
import { SpeakerList } from "@/components/events/speaker-list";
import { LinkButton } from "@/components/ui/link-button";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { swatchHref } from "@/lib/core/swatches/swatch";
import { thisMoment } from "@/lib/core/this-moment";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { canSetKeepers } from "@/lib/entries/policy";
import { getParts } from "@/lib/entries/questions/parts.queries";
import {
  archiveEventAction,
  askQuestionAction,
  reopenEventAction,
  withdrawEventAction,
  withdrawRevisionAction,
} from "@/lib/events/actions";
import { canKeepDoor } from "@/lib/events/attendance.policy";
import { EVENTS } from "@/lib/events/event";
import { posterWords } from "@/lib/events/event-poster";
import { getAskedEvent } from "@/lib/events/hosts.queries";
import { listPeople } from "@/lib/events/people.queries";
import { canNamePeople } from "@/lib/events/policy";
import { type EventPage, getEvent } from "@/lib/events/queries";
import { canKeepRegistrations, isOver } from "@/lib/events/registrations.policy";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Report, TakeDown } from "../../../take-down";
import { wayBack } from "../../../way-back";
import { EntryFiles } from "../../entry-files";
import { EntryQuestions } from "../../entry-questions";
import { TranslateSection } from "../../entry-translate-section";
import { AskedEventPart, HostPart } from "./host-part";
import { RegistrationPart } from "./registration-part";

const READ = ["summary", "programme", "venue"] as const;

const MOVES = {
  withdraw: withdrawEventAction,
  reopen: reopenEventAction,
  archive: archiveEventAction,
};

/** Read once for the page and its head: the event, or what alone the reader is asked about it. */
const findEvent = cache(async (slug: string) => {
  const viewer = await getViewer();
  const event = await getEvent(viewer, slug);
  const asked = viewer && !event ? await getAskedEvent(viewer, slug) : null;
  if (viewer && asked) return { event: null, asked, viewer };
  return { event: event ?? notFound(), asked: null, viewer };
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { event, asked } = await findEvent(slug);
  const { title, originalLocale } = event ?? asked;
  const said = (text: typeof title) => pickText(text, locale, originalLocale)?.text;
  const called = said(title) ?? getTranslator(locale, "events")("untitled");
  if (!event) return { title: called, robots: { index: false } };
  const { summary, seed } = event;
  return publicMetadata({
    locale,
    to: `/events/${slug}`,
    swatch: { weave: EVENTS.weave, seed },
    poster: posterWords(event, locale),
    title: called,
    description: said(summary) ?? "",
  });
}

export default async function OneEventPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { event, asked, viewer } = await findEvent(slug);
  if (!event) return <AskedEventPart event={asked} locale={locale} viewer={viewer} />;
  const { originalLocale, stale, isOwn } = event;
  const t = getTranslator(locale, "events");
  const entry = { entryKind: EVENTS.kind, slug };
  const opened = new Date();
  const { questions, files, notes, ownOffers } = await getParts(EVENTS, viewer, event, locale);
  const speakers = await listPeople(viewer, event.id, ["speaker"]);
  const texts = { locale, notes, originalLocale, stale, noun: EVENTS };
  const part = (name: "summary" | "venue") => ({
    name,
    title: t(`fields.${name}`),
    text: event[name],
  });
  const isCancelled = event.progress === "cancelled";
  return (
    <article>
      <Head event={event} locale={locale} />
      <EventStanding event={event} locale={locale} now={thisMoment()} />
      <TakeDown kind="event" locale={locale} thing={event} viewer={viewer} />
      {viewer && isOwn ? <OwnPanels event={event} locale={locale} viewer={viewer} /> : null}
      {viewer ? <HostPart event={event} locale={locale} viewer={viewer} /> : null}
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[1fr_20rem] lg:grid-rows-[auto_1fr]">
        <div className="space-y-6 lg:col-start-2">
          <RegistrationPart event={event} locale={locale} viewer={viewer} />
          {event.startsAt && event.publishedAt && isAhead(event) ? (
            <p>
              <a href={path(locale, `/events/${slug}/calendar.ics`)}>{t("page.calendar")}</a>
            </p>
          ) : null}
        </div>
        <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <TextParts {...texts} parts={[part("summary")]} />
          <EventProgramme event={event} locale={locale} />
          <SpeakerList locale={locale} people={speakers} />
          <TextParts {...texts} parts={[part("venue")]} />
          <EntryFiles {...{ entry, locale, viewer, files }} asked={await searchParams} />
          <EntryQuestions
            {...{ entry, locale, viewer, questions, opened }}
            ask={askQuestionAction}
            closed={isCancelled ? t("page.questionsClosed") : undefined}
          />
          {isCancelled && ownOffers.length === 0 ? null : (
            <TranslateSection
              {...{ viewer, slug, isOwn, locale, ownOffers }}
              noun={EVENTS}
              texts={[event.title, ...READ.map((name) => event[name])]}
            />
          )}
        </div>
        <div className="lg:col-start-2">
          <EventAside event={event} locale={locale} />
        </div>
      </div>
      <Report kind="event" locale={locale} thing={event} viewer={viewer} />
    </article>
  );
}

/** Whether it is still worth a place in a calendar. */
const isAhead = (event: EventPage) =>
  event.progress !== "cancelled" && !isOver(event, thisMoment());

type PartProps = { event: EventPage; locale: Locale };

/** Its poster: what it is, when on both clocks, where. */
async function Head({ event, locale }: PartProps) {
  const { startsAt, endsAt, seed } = event;
  const back = await wayBack(locale, "/events");
  const marks = <EventMarks event={event} locale={locale} now={thisMoment()} />;
  const words = posterWords(event, locale);
  // Before it has a time there is no day to draw.
  if (!words || !startsAt) {
    return <EntryHead back={back} entry={event} eyebrow={marks} locale={locale} noun={EVENTS} />;
  }
  return (
    <>
      <div className="mb-4">
        <BackToList href={back} locale={locale} noun={EVENTS} />
      </div>
      <EventPoster
        endsAt={endsAt}
        locale={locale}
        startsAt={startsAt}
        swatch={swatchHref({ weave: EVENTS.weave, seed })}
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
        words={words}
      >
        <p className="flex flex-wrap gap-2">{marks}</p>
      </EventPoster>
    </>
  );
}

/** What only those who keep it see above it. */
async function OwnPanels({ event, locale, viewer }: PartProps & { viewer: Viewer }) {
  const own = await getOwnEntry(viewer, EVENTS, event.slug, locale);
  if (!own) return null;
  const t = getTranslator(locale, "events");
  const shared = { locale, noun: EVENTS, own, viewer };
  const isAtDoor = canKeepDoor(viewer, { ...own, ...event }, thisMoment());
  return (
    <>
      <OwnerPanel
        {...shared}
        actions={MOVES}
        isHidden={event.isHidden}
        ways={
          <>
            {canSetKeepers(viewer, own) ? (
              <LinkButton href={path(locale, `/events/${event.slug}/hosts`)} variant="secondary">
                {t("hosts.settle")}
              </LinkButton>
            ) : null}
            {canKeepRegistrations(viewer, own) ? (
              <LinkButton
                href={path(locale, `/events/${event.slug}/registrations`)}
                variant={isAtDoor ? "secondary" : "primary"}
              >
                {t("registrations.manage")}
              </LinkButton>
            ) : null}
            {isAtDoor ? (
              <LinkButton href={path(locale, `/events/${event.slug}/check-in`)}>
                {t("door.title")}
              </LinkButton>
            ) : null}
            {canNamePeople(viewer, event, null) ? (
              <LinkButton href={path(locale, `/events/${event.slug}/people`)} variant="secondary">
                {t("people.settle")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <RevisionPanel {...shared} withdraw={withdrawRevisionAction} />
    </>
  );
}
