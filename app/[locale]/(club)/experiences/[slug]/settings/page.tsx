import { notFound, redirect } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { EntryTitle } from "@/components/entries/entry-title";
import { ReadersForm } from "@/components/experiences/readers-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { settleExperienceAction } from "@/lib/experiences/actions";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { listLinkChoices, listLinks } from "@/lib/experiences/links.queries";
import { canSettleExperience } from "@/lib/experiences/policy";
import { getExperience } from "@/lib/experiences/queries";

export const generateMetadata = titled("experiences", "readers.title");

/** What the author of an experience sets at once: who reads it, whether they are named, what it is about. */
export default async function SettingsPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/experiences/${slug}/settings`);
  const own = (await getOwnEntry(viewer, EXPERIENCES, slug, locale)) ?? notFound();
  const experience = await getExperience(viewer, slug);
  if (!experience?.full || !canSettleExperience(viewer, own)) {
    redirect(path(locale, `/experiences/${slug}`));
  }
  const kept = await listLinks(
    viewer,
    { ...experience.full, isOwn: true, isNamed: !!experience.author?.names },
    locale,
  );
  const t = getTranslator(locale, "experiences");
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={EXPERIENCES} slug={slug} />}
        eyebrow={<span>{t("readers.title")}</span>}
        lead={t("readers.lead")}
        title={<EntryTitle isHeading entry={experience} locale={locale} noun={EXPERIENCES} />}
      />
      <ReadersForm
        action={settleExperienceAction}
        choices={await listLinkChoices(viewer, { kept }, locale)}
        kept={kept}
        locale={locale}
        own={own}
      />
    </>
  );
}
