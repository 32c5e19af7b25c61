import { notFound } from "next/navigation";
import { AccessList } from "@/components/entries/access-list";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { LevelsForm } from "@/components/projects/levels-form";
import { ProgressForm } from "@/components/projects/progress-form";
import { ProjectTitle } from "@/components/projects/project-title";
import { RenewalForm } from "@/components/projects/renewal-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { getSaying } from "@/lib/directory/crowd.queries";
import { listAccesses } from "@/lib/entries/accesses.queries";
import { canSetLevels } from "@/lib/entries/policy";
import { setProgressAction } from "@/lib/interests/ending.actions";
import { renewProjectAction, setLevelsAction } from "@/lib/projects/actions";
import { getOwnProject } from "@/lib/projects/owned.queries";
import { PROJECTS } from "@/lib/projects/project";

export const generateMetadata = titled("projects", "settings.title");

/** What the owner of a published project changes at once: how far it is, who reads what, until when. */
export default async function SettingsPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/projects/${slug}/settings`);
  const project = (await getOwnProject(viewer, slug, locale)) ?? notFound();
  const t = getTranslator(locale, "projects");
  const own = { locale, project, viewer };
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={PROJECTS} slug={slug} />}
        eyebrow={<span>{t("settings.title")}</span>}
        lead={t("settings.lead")}
        title={<ProjectTitle locale={locale} project={project} />}
      />
      <div className="max-w-2xl space-y-6">
        <ProgressForm action={setProgressAction} {...own} />
        <LevelsForm action={setLevelsAction} saying={await getSaying(viewer, project)} {...own} />
        <RenewalForm action={renewProjectAction} {...own} />
        {canSetLevels(viewer, project) ? null : (
          <EmptyState text={t("settings.emptyText")} title={t("settings.emptyTitle")} />
        )}
        <AccessList accesses={await listAccesses(viewer, project.id)} locale={locale} />
      </div>
    </>
  );
}
