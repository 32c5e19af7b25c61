import { notFound } from "next/navigation";
import { editedEntry } from "@/components/activities/activity-entry";
import { ActivityForm } from "@/components/activities/activity-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { changeActivityAction } from "@/lib/activities/actions";
import { getEditableActivity, listOwnOrganisations } from "@/lib/activities/editing.queries";
import { canAddActivity } from "@/lib/activities/policy";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("activities", "form.editTitle");

export default async function EditActivityPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/activities/${slug}/edit`);
  if (!canAddActivity(viewer)) notFound();
  const activity = (await getEditableActivity(viewer, slug)) ?? notFound();
  const organisations = activity.isPlaced ? await listOwnOrganisations(viewer, locale) : [];
  const t = getTranslator(locale, "activities");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("form.back"), href: path(locale, `/activities/${slug}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        title={t("form.editTitle")}
      />
      <ActivityForm
        action={changeActivityAction}
        activity={activity}
        entry={editedEntry(activity, locale)}
        locale={locale}
        organisations={organisations}
      />
    </>
  );
}
