import { notFound, redirect } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { CancelledWords } from "@/components/events/cancelled-words";
import { GuestForm } from "@/components/events/guest-form";
import { TermList } from "@/components/events/term-list";
import { NarrowPage } from "@/components/ui/narrow-page";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { EVENTS } from "@/lib/events/event";
import { askAsGuestAction } from "@/lib/events/guests.actions";
import { getEvent } from "@/lib/events/queries";
import { seatRefusal } from "@/lib/events/registrations.policy";
import { getRegistrationCard } from "@/lib/events/registrations.queries";

export const generateMetadata = titled("events", "guest.title");

/** Registering without an account; a member is led to where members register. */
export default async function AskAsGuestPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  if (await getViewer()) redirect(path(locale, `/events/${slug}/register`));
  const event = await getEvent(null, slug);
  const card = event && (await getRegistrationCard(null, event.id));
  if (!card) notFound();
  if ((await searchParams).sent === "yes") return <Sent locale={locale} slug={slug} />;
  const t = getTranslator(locale, "events");
  const now = thisMoment();
  const refusal = seatRefusal(card, { seats: 1, standing: null }, now);
  const next = path(locale, `/events/${slug}`);
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t("guest.title")}</span>}
        lead={refusal ? getTranslator(locale, "errors")(refusal) : t("guest.lead")}
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
      />
      <CancelledWords locale={locale} words={event.cancelledWords} />
      {refusal ? null : (
        <>
          <div className="mb-8">
            <TermList card={card} event={event} locale={locale} now={now} />
          </div>
          <GuestForm action={askAsGuestAction} card={card} locale={locale} />
          <p className="mt-6 text-secondary">
            {t("guest.member")} <a href={path(locale, "/sign-in", { next })}>{t("guest.signIn")}</a>
          </p>
        </>
      )}
    </>
  );
}

/** The same for every address. */
function Sent({ locale, slug }: { locale: Locale; slug: string }) {
  const t = getTranslator(locale, "events");
  return (
    <NarrowPage
      after={
        <p>
          {t("guest.spam")} <a href={path(locale, `/events/${slug}/guest`)}>{t("guest.again")}</a>
        </p>
      }
      title={t("guest.sentTitle")}
    >
      <p>{t("guest.sent")}</p>
    </NarrowPage>
  );
}
