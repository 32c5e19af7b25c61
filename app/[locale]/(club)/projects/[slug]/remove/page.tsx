import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { DraftRemovalForm } from "@/components/projects/draft-removal-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import { pickText } from "@/lib/core/i18n/localized-text";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { canEraseDraft } from "@/lib/entries/policy";
import { eraseDraftAction } from "@/lib/projects/actions";
import { getOwnProject } from "@/lib/projects/owned.queries";
import { PROJECTS } from "@/lib/projects/project";

type RemovePageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: RemovePageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "projects");
  return { title: t("remove.title"), robots: { index: false } };
}

/** What follows first; the button only with a tick. */
export default async function RemoveDraftPage({ params }: RemovePageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireMember(locale, `/projects/${slug}/remove`);
  const project = (await getOwnProject(viewer, slug, locale)) ?? notFound();
  if (!canEraseDraft(viewer, { ...project, wasHandedIn: wasHandedIn(project) })) notFound();
  const t = getTranslator(locale, "projects");
  const { title, originalLocale } = project.content;
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={PROJECTS} slug={slug} />}
        lead={pickText(title, locale, originalLocale)?.text}
        title={t("remove.title")}
      />
      <DraftRemovalForm action={eraseDraftAction} locale={locale} project={project} />
    </>
  );
}
