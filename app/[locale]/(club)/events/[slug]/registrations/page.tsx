import { notFound, redirect } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { OnBehalfForm } from "@/components/events/on-behalf-form";
import { RegistrationMoves } from "@/components/events/registration-moves";
import { RegistrationSettings } from "@/components/events/registration-settings";
import { RegistrationsTable } from "@/components/events/registrations-table";
import { SelectionForm } from "@/components/events/selection-form";
import { WriteToSeated } from "@/components/events/write-to-seated";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { TitledPart } from "@/components/ui/titled-part";
import { REGISTRATION_STATES, type RegistrationState } from "@/db/enums-of-events";
import { requireActor } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { isDoorOpen, isWrittenTo } from "@/lib/events/attendance.policy";
import { EVENTS } from "@/lib/events/event";
import {
  cancelEventAction,
  cancelRegistrationAction,
  closeEventAction,
  markPaidAction,
  markSelectionAction,
  mendReasonAction,
  openEventAction,
  registerOnBehalfAction,
  settleRegistrationAction,
  tellSelectionAction,
  writeToSeatedAction,
} from "@/lib/events/registrations.actions";
import { firstShown, isOffering, isOver, nextProgress } from "@/lib/events/registrations.policy";
import {
  countRegistrations,
  getKeptEvent,
  type KeptEvent,
  listRegistrations,
  REGISTRATIONS_PER_PAGE,
} from "@/lib/events/registrations.queries";
import { readRegistrationFilters } from "@/lib/events/registrations.schema";

const MOVES = {
  open: openEventAction,
  closed: closeEventAction,
  cancelled: cancelEventAction,
  mended: mendReasonAction,
};

export const generateMetadata = titled("events", "registrations.title");

export default async function RegistrationsPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/registrations`);
  const event = await getKeptEvent(viewer, slug);
  if (event?.moderation !== "published") notFound();
  const t = getTranslator(locale, "events");
  const { capacity, taken } = event;
  return (
    <>
      <PageHeader
        actions={
          <>
            {isOffering(event, thisMoment()) ? (
              <LinkButton href="#on-behalf" variant="secondary">
                {t("registrations.onBehalf.title")}
              </LinkButton>
            ) : null}
            <LinkButton
              href={`/api/events/${slug}/registrations?locale=${locale}`}
              variant="secondary"
            >
              {t("registrations.download")}
            </LinkButton>
            {isDoorOpen(event, thisMoment()) ? (
              <LinkButton href={path(locale, `/events/${slug}/check-in`)} variant="secondary">
                {t("door.title")}
              </LinkButton>
            ) : null}
          </>
        }
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t("registrations.title")}</span>}
        lead={
          capacity === null
            ? t("registrations.taken", { taken })
            : t("registrations.takenOf", { taken, capacity })
        }
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
      />
      <div className="grid grid-cols-1 gap-x-12 gap-y-12 lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <List asked={await searchParams} event={event} locale={locale} viewer={viewer} />
        </div>
        <div className="space-y-10">
          <Settling event={event} locale={locale} />
        </div>
      </div>
    </>
  );
}

/** How one registers, and how far the event is; before it opens, what it opens by comes first. */
function Settling({ event, locale }: { event: KeptEvent; locale: Locale }) {
  const t = getTranslator(locale, "events");
  const now = thisMoment();
  const opens = event.progress === "announced" && nextProgress(event, now).includes("open");
  const progress = (
    <TitledPart id="progress" title={t("progress.title")}>
      <RegistrationMoves actions={MOVES} event={event} locale={locale} now={now} />
    </TitledPart>
  );
  return (
    <>
      {isOffering(event, now) ? (
        <TitledPart id="on-behalf" title={t("registrations.onBehalf.title")}>
          <OnBehalfForm action={registerOnBehalfAction} event={event} locale={locale} now={now} />
        </TitledPart>
      ) : null}
      {event.taken > 0 && isWrittenTo(event, now) ? (
        <TitledPart id="write" title={t("registrations.write.title")}>
          <WriteToSeated action={writeToSeatedAction} eventId={event.id} locale={locale} />
        </TitledPart>
      ) : null}
      {opens ? null : progress}
      {event.progress === "cancelled" || isOver(event, now) ? null : (
        <TitledPart id="settings" title={t("settings.title")}>
          <RegistrationSettings
            action={settleRegistrationAction}
            event={event}
            locale={locale}
            opens={opens}
          />
        </TitledPart>
      )}
      {opens ? progress : null}
    </>
  );
}

type ListProps = {
  event: KeptEvent;
  viewer: Viewer;
  asked: Awaited<PageProps<"slug">["searchParams"]>;
  locale: Locale;
};

/** Those in one state, a page at a time; those who applied can be selected. */
async function List({ event, viewer, asked, locale }: ListProps) {
  const t = getTranslator(locale, "events");
  const counts = await countRegistrations(viewer, event.id);
  const filters = readRegistrationFilters(asked);
  const state = filters.state ?? firstShown(event, counts);
  const { rows } = await listRegistrations(viewer, {
    eventId: event.id,
    state,
    page: filters.page,
  });
  const ended = isOver(event, thisMoment()) ? "emptyOver" : "emptyText";
  const empty = event.progress === "cancelled" ? "emptyCancelled" : ended;
  const here = (values: { state: RegistrationState; page?: number }) =>
    path(locale, `/events/${event.slug}/registrations`, values);
  if (rows.length === 0 && filters.page > 1) redirect(here({ state }));
  const shown = REGISTRATION_STATES.filter((one) => one === state || counts[one].parties > 0);
  return (
    <>
      <TabsNav
        label={t("registrations.states")}
        tabs={shown.map((one) => ({
          label: t(`registrations.state.${one}`),
          href: here({ state: one }),
          current: one === state,
          count: counts[one].parties,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState
          headingLevel={2}
          text={t(`registrations.${empty}`)}
          title={t("registrations.emptyTitle")}
        />
      ) : state === "pending" ? (
        <SelectionForm
          actions={{ mark: markSelectionAction, tell: tellSelectionAction }}
          event={event}
          locale={locale}
          marked={counts.pending.marked}
          rows={rows}
        />
      ) : (
        <RegistrationsTable
          actions={{ cancel: cancelRegistrationAction, pay: markPaidAction }}
          canStrike={!isOver(event, thisMoment())}
          caption={t(`registrations.state.${state}`)}
          locale={locale}
          page={filters.page}
          price={event.price}
          rows={rows}
        />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(page) => here({ state, page })}
        page={filters.page}
        pageCount={Math.ceil(counts[state].parties / REGISTRATIONS_PER_PAGE)}
      />
    </>
  );
}
