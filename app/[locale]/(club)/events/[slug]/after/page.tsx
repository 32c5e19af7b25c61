import { notFound } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { OutcomeForm } from "@/components/events/outcome-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { sayOutcomeAction } from "@/lib/events/attendance.actions";
import { getOwnAttendance } from "@/lib/events/attendance.queries";
import { EVENTS } from "@/lib/events/event";

export const generateMetadata = titled("events", "after.title");

/** After an event: one question, and the experience it may lead to. */
export default async function AfterPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/after`);
  const attendance = await getOwnAttendance(viewer, slug);
  if (!attendance) notFound();
  const t = getTranslator(locale, "events");
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t("after.title")}</span>}
        lead={t("after.lead")}
        title={<EntryTitle isHeading entry={attendance} locale={locale} noun={EVENTS} />}
      />
      <OutcomeForm action={sayOutcomeAction} attendance={attendance} locale={locale} />
      <section aria-labelledby="write" className="mt-12 max-w-2xl">
        <h2 className="font-semibold text-xl" id="write">
          {t("after.write")}
        </h2>
        <p className="mt-2 mb-4 text-secondary">
          {t("after.writeText", { cities: attendance.cities.length })}
        </p>
        <LinkButton href={path(locale, "/experiences/new", { event: slug })} variant="secondary">
          {t("after.writeButton")}
        </LinkButton>
      </section>
    </>
  );
}
