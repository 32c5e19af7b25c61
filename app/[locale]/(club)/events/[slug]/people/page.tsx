import { notFound } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { NamePerson } from "@/components/events/name-person";
import { PeopleSection } from "@/components/events/people-section";
import { PageHeader } from "@/components/ui/page-header";
import { EVENT_ROLES } from "@/db/enums";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { thisMoment } from "@/lib/core/this-moment";
import { namePersonAction, removePersonAction } from "@/lib/events/actions";
import { EVENTS } from "@/lib/events/event";
import { listPeople } from "@/lib/events/people.queries";
import { canNamePeople } from "@/lib/events/policy";
import { getEvent } from "@/lib/events/queries";
import { endRefusal } from "@/lib/events/registrations.policy";

export const generateMetadata = titled("events", "people.title");

/** Who keeps an event, speaks at it and is asked to come, for those who keep it. */
export default async function PeoplePage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/people`);
  const event = await getEvent(viewer, slug);
  if (!event || !canNamePeople(viewer, event, null)) notFound();
  const people = await listPeople(viewer, event.id, EVENT_ROLES);
  const isToCome = endRefusal(event, thisMoment()) === null;
  const t = getTranslator(locale, "events");
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t("people.title")}</span>}
        lead={t("people.lead")}
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
      />
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[1fr_24rem]">
        <div className="min-w-0 space-y-10">
          {EVENT_ROLES.map((role) => (
            <PeopleSection
              eventId={event.id}
              key={role}
              locale={locale}
              people={people.filter((one) => one.role === role)}
              remove={removePersonAction}
              role={role}
            />
          ))}
        </div>
        <div>
          <NamePerson
            action={namePersonAction}
            eventId={event.id}
            locale={locale}
            isToCome={isToCome}
            roles={EVENT_ROLES.filter(
              (role) => canNamePeople(viewer, event, role) && (role !== "invited" || isToCome),
            )}
          />
        </div>
      </div>
    </>
  );
}
