import { notFound } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { CloseDoor } from "@/components/events/close-door";
import { DoorList } from "@/components/events/door-list";
import { DoorPresent } from "@/components/events/door-present";
import { DoorSearch } from "@/components/events/door-search";
import { OutcomeList } from "@/components/events/outcome-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/core/auth/viewer";
import { formatInstant } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import {
  closeDoorAction,
  tickPartiesAction,
  untickPartyAction,
} from "@/lib/events/attendance.actions";
import { canCloseDoor, doorOpensAt, isDoorOpen } from "@/lib/events/attendance.policy";
import { getDoor, getOutcomes } from "@/lib/events/attendance.queries";
import { readDoorFilters } from "@/lib/events/attendance.schema";
import { EVENTS } from "@/lib/events/event";

export const generateMetadata = titled("events", "door.title");

/** The list at the door. */
export default async function DoorPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/check-in`);
  const asked = readDoorFilters(await searchParams);
  const door = await getDoor(viewer, slug, asked);
  if (!door) notFound();
  const { event, counts, found, expected, present, pageCount } = door;
  const inAll = found ?? counts;
  const t = getTranslator(locale, "events");
  const now = thisMoment();
  const isOpen = isDoorOpen(event, now);
  const isSettled = counts.all > 0 && counts.settled === counts.all;
  const outcomes = isSettled ? await getOutcomes(viewer, event) : null;
  const opensAt = doorOpensAt(event);
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t("door.title")}</span>}
        lead={counts.all > 0 ? t("door.lead", { present: counts.present, all: counts.all }) : null}
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
      />
      <div className="max-w-4xl space-y-10">
        {isOpen || !opensAt ? null : (
          <Notice title={t("door.notYet")} tone="info">
            <p>{t("door.opens", { when: formatInstant(opensAt, locale) })}</p>
          </Notice>
        )}
        {counts.all === 0 ? (
          <EmptyState text={t("door.emptyText")} title={t("door.emptyTitle")} />
        ) : null}
        {counts.all > 0 ? (
          <DoorSearch
            found={found ? found.expected + found.present : null}
            isWhole={expected.length === counts.expected}
            locale={locale}
            q={asked.q}
            rows="expected"
            to={`/events/${slug}/check-in`}
          />
        ) : null}
        {expected.length > 0 ? (
          <DoorList
            action={isOpen ? tickPartiesAction : null}
            eventId={event.id}
            id="expected"
            inAll={inAll.expected}
            locale={locale}
            parties={expected}
            price={event.price}
          />
        ) : null}
        <Pagination
          copy={paginationCopy(locale)}
          href={(to) => path(locale, `/events/${slug}/check-in`, { q: asked.q, page: to })}
          page={asked.page}
          pageCount={pageCount}
        />
        {present.length > 0 ? (
          <DoorPresent
            inAll={inAll.present}
            locale={locale}
            parties={present}
            untick={isSettled ? null : untickPartyAction}
          />
        ) : null}
        {canCloseDoor(viewer, event, now) && !isSettled && counts.all > 0 ? (
          <CloseDoor
            action={closeDoorAction}
            eventId={event.id}
            expected={counts.expected}
            locale={locale}
          />
        ) : null}
        {outcomes ? <OutcomeList {...outcomes} locale={locale} /> : null}
      </div>
    </>
  );
}
