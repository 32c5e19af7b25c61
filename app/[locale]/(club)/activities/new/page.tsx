import { notFound } from "next/navigation";
import { newEntry } from "@/components/activities/activity-entry";
import { ActivityForm } from "@/components/activities/activity-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { addActivityAction } from "@/lib/activities/actions";
import { readActivityStart } from "@/lib/activities/activity-start";
import { listOwnOrganisations } from "@/lib/activities/editing.queries";
import { canAddActivity } from "@/lib/activities/policy";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("activities", "form.newTitle");

export default async function NewActivityPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const asked = await searchParams;
  const here = path(locale, "/activities/new", asked as Record<string, string | string[]>);
  const viewer = await requireActor(locale, here.slice(`/${locale}`.length));
  if (!canAddActivity(viewer)) notFound();
  const organisations = await listOwnOrganisations(viewer, locale);
  const t = getTranslator(locale, "activities");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("title"), href: path(locale, "/activities") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("form.newLead")}
        title={t("form.newTitle")}
      />
      <ActivityForm
        action={addActivityAction}
        activity={null}
        entry={newEntry(readActivityStart(asked, organisations), locale)}
        locale={locale}
        organisations={organisations}
      />
    </>
  );
}
