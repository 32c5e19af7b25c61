import type { Metadata } from "next";
import { OwnEntries } from "@/components/entries/own-entries";
import { AgendaEntry } from "@/components/events/agenda-entry";
import { AgendaFilters } from "@/components/events/agenda-filters";
import { EmptyAgenda } from "@/components/events/empty-agenda";
import { FOLLOW_CALENDAR, FollowCalendar } from "@/components/events/follow-calendar";
import { MonthTable } from "@/components/events/month-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { TitledPart } from "@/components/ui/titled-part";
import { mayDraftForSome } from "@/lib/affiliations/roles.queries";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatInstant, formatMonth, today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { begun } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import {
  type AgendaLine,
  listAgenda,
  listMonth,
  listUnpublished,
} from "@/lib/events/agenda.queries";
import {
  agendaQuery,
  type AgendaFilters as Filters,
  readAgendaFilters,
  thisMonth,
} from "@/lib/events/agenda-filters";
import { EVENTS } from "@/lib/events/event";
import { monthAfter } from "@/lib/events/month-grid";
import { publicMetadata } from "../../(public)/public-metadata";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "events");
  const [title, description] = [t("list.title"), t("list.lead")];
  return publicMetadata({ locale, to: "/events", title, description, hasFeed: true });
}

/** What the club holds next, what it held, or a month of both. */
export default async function EventsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const filters = readAgendaFilters(await searchParams);
  const t = getTranslator(locale, "events");
  const to = (change: Partial<Filters>) =>
    path(locale, "/events", agendaQuery({ ...filters, page: 1, ...change }));
  const { month, isPast } = filters;
  const isKeeper = await mayDraftForSome(viewer);
  const shared = { filters, locale, to, viewer };
  return (
    <>
      <PageHeader
        actions={
          <>
            <LinkButton href={`#${FOLLOW_CALENDAR}`} variant="secondary">
              {t("list.calendar")}
            </LinkButton>
            {isKeeper ? (
              <LinkButton href={path(locale, "/events/new")}>{t("list.new")}</LinkButton>
            ) : null}
          </>
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      <TabsNav
        label={t("list.view")}
        tabs={[
          {
            label: t("list.upcoming"),
            href: to({ month: "", isPast: false }),
            current: month === "" && !isPast,
          },
          {
            label: t("list.asMonth"),
            href: to({ month: month || thisMonth(), isPast: false }),
            current: month !== "",
          },
          { label: t("list.past"), href: to({ month: "", isPast: true }), current: isPast },
        ]}
      />
      {viewer && isKeeper && to({}) === path(locale, "/events") ? (
        <Unpublished locale={locale} viewer={viewer} />
      ) : null}
      {month === "" ? <Listed {...shared} /> : <Month {...shared} />}
      <FollowCalendar
        address={env().APP_ORIGIN + path(locale, "/events/calendar.ics")}
        locale={locale}
      />
    </>
  );
}

/** What the viewer keeps and is not online yet; nothing without any. */
async function Unpublished({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const rows = await listUnpublished(viewer);
  if (rows.length === 0) return null;
  return (
    <div className="mb-10">
      <TitledPart id="mine" title={getTranslator(locale, "events")("list.mine")}>
        <OwnEntries
          beside={({ startsAt }) =>
            startsAt ? (
              <span className="text-muted text-sm">{formatInstant(startsAt, locale)}</span>
            ) : null
          }
          heading="h3"
          locale={locale}
          noun={EVENTS}
          rows={rows}
        />
      </TitledPart>
    </div>
  );
}

type PartProps = {
  viewer: Viewer | null;
  filters: Filters;
  locale: Locale;
  /** The address with other filters. */
  to: (change: Partial<Filters>) => string;
};

async function Listed({ viewer, filters, locale, to }: PartProps) {
  const t = getTranslator(locale, "events");
  const { lines, total, isMore, page, pageCount, cities } = await listAgenda(viewer, filters);
  return (
    <>
      <AgendaFilters cities={cities} filters={filters} locale={locale} />
      {lines.length === 0 ? (
        <EmptyAgenda filters={filters} locale={locale} to={to} />
      ) : (
        <>
          <p className="mb-4 text-muted">
            {t(isMore ? "list.countMore" : "list.count", { count: total })}
          </p>
          <Lines lines={lines} locale={locale} />
        </>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => to({ page: number })}
        isCut={isMore}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}

async function Month({ viewer, filters, locale, to }: PartProps) {
  const t = getTranslator(locale, "events");
  const { month } = filters;
  const { lines, isMore, cities } = await listMonth(viewer, filters);
  const beside = (months: number) => to({ month: monthAfter(month, months) });
  return (
    <>
      <AgendaFilters cities={cities} filters={filters} locale={locale} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="font-semibold text-2xl">
          {begun(formatMonth(`${month}-01`, locale), locale)}
        </h2>
        <p className="no-print flex flex-wrap gap-x-6">
          <a href={beside(-1)} rel="prev">
            {t("list.previousMonth")}
          </a>
          <a href={beside(1)} rel="next">
            {t("list.nextMonth")}
          </a>
        </p>
      </div>
      {isMore ? <p className="mb-4 text-secondary">{t("list.cut")}</p> : null}
      <MonthTable lines={lines} locale={locale} month={month} today={today()} />
      {lines.length === 0 ? (
        <EmptyAgenda filters={filters} locale={locale} to={to} />
      ) : (
        <Lines heading="h3" lines={lines} locale={locale} />
      )}
    </>
  );
}

type LinesProps = { lines: readonly AgendaLine[]; locale: Locale; heading?: "h2" | "h3" };

function Lines({ lines, locale, heading }: LinesProps) {
  const now = thisMoment();
  return (
    <ul>
      {lines.map((event) => (
        <AgendaEntry event={event} heading={heading} key={event.id} locale={locale} now={now} />
      ))}
    </ul>
  );
}
