import type { Metadata } from "next";
import { EntryTitle } from "@/components/entries/entry-title";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import { formatInstant } from "@/lib/core/dates";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EVENTS } from "@/lib/events/event";
import { mayBegin } from "@/lib/events/hosts.queries";
import { listEvents } from "@/lib/events/queries";
import { publicMetadata } from "../../(public)/public-metadata";

type EventsPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: EventsPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "events");
  const [title, description] = [t("list.title"), t("list.lead")];
  return publicMetadata({ locale, to: "/events", title, description, hasFeed: true });
}

/** What the club holds next. */
export default async function EventsPage({ params }: EventsPageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const t = getTranslator(locale, "events");
  const events = await listEvents(viewer);
  return (
    <>
      <PageHeader
        actions={
          (await mayBegin(viewer)) ? (
            <LinkButton href={path(locale, "/events/new")}>{t("list.new")}</LinkButton>
          ) : null
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      {events.length === 0 ? (
        <EmptyState text={t("list.emptyText")} title={t("list.emptyTitle")} />
      ) : (
        <ul className="space-y-4">
          {events.map((event) => (
            <li key={event.id}>
              <a href={path(locale, `/events/${event.slug}`)}>
                <EntryTitle entry={event} locale={locale} noun={EVENTS} />
              </a>{" "}
              {event.startsAt ? formatInstant(event.startsAt, locale) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
