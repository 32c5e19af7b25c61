import { notFound } from "next/navigation";
import { BackToList } from "@/components/entries/back-to-list";
import { StartForm } from "@/components/entries/start-form";
import { HostsField } from "@/components/events/hosts-field";
import { PageHeader } from "@/components/ui/page-header";
import { canDraftFor } from "@/lib/affiliations/policy";
import { listAffiliations } from "@/lib/affiliations/queries";
import { mayDraftForSome } from "@/lib/affiliations/roles.queries";
import { requireActor } from "@/lib/core/auth/viewer";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { startEventAction } from "@/lib/events/actions";
import { EVENTS } from "@/lib/events/event";

export const generateMetadata = titled("events", "new.title");

export default async function NewEventPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireActor(locale, "/events/new");
  const managed = canDraftFor(viewer, []) ? [] : await listManaged(viewer, locale);
  if (managed.length === 0 && !(await mayDraftForSome(viewer))) notFound();
  const [only, other] = managed;
  const t = getTranslator(locale, "events");
  return (
    <>
      <PageHeader
        before={<BackToList locale={locale} noun={EVENTS} />}
        lead={t(isAdministrator(viewer) ? "new.leadClub" : "new.lead")}
        title={t("new.title")}
      />
      <StartForm
        action={startEventAction}
        language={t("new.language")}
        locale={locale}
        noun={EVENTS}
        submit={t("new.submit")}
      >
        <HostsField
          locale={locale}
          proposed={other ? "" : only?.name.text}
          required={!canDraftFor(viewer, [])}
        />
      </StartForm>
    </>
  );
}

/** Of the reader's organisations those that they may hold an event for. */
async function listManaged(viewer: Viewer, locale: Locale) {
  const own = await listAffiliations(viewer, viewer.memberId ?? "", locale);
  return own.filter(({ role }) => canDraftFor(viewer, [role]));
}
