import { notFound } from "next/navigation";
import { RemovalForm } from "@/components/activities/removal-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { removeActivityAction } from "@/lib/activities/actions";
import { canRemoveActivity } from "@/lib/activities/policy";
import { getActivity } from "@/lib/activities/queries";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("activities", "remove.title");

export default async function RemoveActivityPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/activities/${slug}/remove`);
  const activity = (await getActivity(viewer, slug, locale)) ?? notFound();
  if (!canRemoveActivity(viewer, activity.facts)) notFound();
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
        lead={activity.title?.text}
        title={t("remove.title")}
      />
      <RemovalForm action={removeActivityAction} activity={activity} locale={locale} />
    </>
  );
}
