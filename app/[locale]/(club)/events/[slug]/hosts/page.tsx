import { notFound, redirect } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { HostsForm } from "@/components/events/hosts-form";
import { PageHeader } from "@/components/ui/page-header";
import { canDraftFor } from "@/lib/affiliations/policy";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { canSetKeepers } from "@/lib/entries/policy";
import { setHostsAction } from "@/lib/events/actions";
import { EVENTS } from "@/lib/events/event";
import { getEvent } from "@/lib/events/queries";

export const generateMetadata = titled("events", "hosts.title");

export default async function HostsPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/hosts`);
  const event = await getEvent(viewer, slug);
  if (!event?.isOwn) notFound();
  if (!canSetKeepers(viewer, event)) redirect(path(locale, `/events/${slug}`));
  const t = getTranslator(locale, "events");
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EVENTS} slug={slug} />}
        eyebrow={<span>{t("hosts.title")}</span>}
        lead={t("hosts.lead")}
        title={<EntryTitle isHeading entry={event} locale={locale} noun={EVENTS} />}
      />
      <HostsForm
        action={setHostsAction}
        event={event}
        hosts={event.hosts}
        required={!canDraftFor(viewer, [])}
        locale={locale}
      />
    </>
  );
}
