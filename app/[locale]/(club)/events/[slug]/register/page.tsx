import { notFound, redirect } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { ChangeForm } from "@/components/events/change-form";
import { RegistrationFields } from "@/components/events/registration-fields";
import { RegistrationForm } from "@/components/events/registration-form";
import { TermList } from "@/components/events/term-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { EVENTS } from "@/lib/events/event";
import { getEvent } from "@/lib/events/queries";
import { changeRegistrationAction, registerAction } from "@/lib/events/registrations.actions";
import { canChangeRegistration, seatRefusal } from "@/lib/events/registrations.policy";
import { getRegistrationCard, type RegistrationCardData } from "@/lib/events/registrations.queries";

export const generateMetadata = titled("events", "registration.title");

/** Coming with somebody, or with a line to who holds it, and changing that; whoever may not come reads why on the event's page. */
export default async function RegisterPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/register`);
  const event = await getEvent(viewer, slug);
  const card = event && (await getRegistrationCard(viewer, event.id));
  if (!card) notFound();
  const now = thisMoment();
  const changed = changeableOf(card, viewer, now);
  const standing = card.own?.state ?? null;
  const isRefused = viewer.memberId === null || seatRefusal(card, { seats: 1, standing }, now);
  if (!changed && isRefused) redirect(path(locale, `/events/${slug}`));
  const t = getTranslator(locale, "events");
  const { companionsMost } = card;
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t(changed ? "registration.change" : "registration.title")}</span>}
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
      />
      <div className="mb-8">
        <TermList card={card} event={event} locale={locale} now={now} />
      </div>
      {changed ? (
        <ChangeForm
          action={changeRegistrationAction}
          {...{ companionsMost, locale }}
          own={changed}
        />
      ) : (
        <RegistrationForm action={registerAction} card={card} locale={locale}>
          <RegistrationFields companionsMost={companionsMost} locale={locale} />
        </RegistrationForm>
      )}
    </>
  );
}

/** What the viewer is registered with, where they may still change it. */
function changeableOf({ own, ...event }: RegistrationCardData, viewer: Viewer, now: Date) {
  const { memberId } = viewer;
  return own && canChangeRegistration(viewer, { ...own, memberId }, event, now) ? own : null;
}
