import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { OwnerCard } from "@/components/projects/owner-card";
import { OwnerPanel } from "@/components/projects/owner-panel";
import { ProgressForm } from "@/components/projects/progress-form";
import { ProjectBody } from "@/components/projects/project-body";
import { ProjectFacts } from "@/components/projects/project-facts";
import { ProjectHead } from "@/components/projects/project-head";
import { RevisionPanel } from "@/components/projects/revision-panel";
import { SignInInvitation } from "@/components/projects/sign-in-invitation";
import { getViewer } from "@/lib/core/auth/viewer";
import { pickText } from "@/lib/core/i18n/localized-text";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  archiveProjectAction,
  reopenProjectAction,
  setProgressAction,
  withdrawProjectAction,
  withdrawRevisionAction,
} from "@/lib/projects/actions";
import { getOwnProject } from "@/lib/projects/owned/queries";
import { getProject } from "@/lib/projects/queries";
import { projectMetadata } from "../project-metadata";

type ProjectPageProps = { params: Promise<{ locale: string; slug: string }> };

/** Read once for the page and its head. */
const findProject = cache(async (slug: string) => {
  return (await getProject(await getViewer(), slug)) ?? notFound();
});

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { teaser } = await findProject(slug);
  const { title, originalLocale } = teaser;
  return projectMetadata({
    locale,
    to: `/projects/${slug}`,
    title:
      pickText(title, locale, originalLocale)?.text ??
      getTranslator(locale, "projects")("untitled"),
    description: pickText(teaser.teaser, locale, originalLocale)?.text ?? "",
  });
}

export default async function ProjectPage({ params }: ProjectPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { teaser, full, isOwn } = await findProject(slug);
  const viewer = await getViewer();
  const own = isOwn && viewer ? await getOwnProject(viewer, slug, locale) : null;
  return (
    <>
      <ProjectHead locale={locale} teaser={teaser} />
      {own && viewer ? (
        <>
          <OwnerPanel
            actions={{
              withdraw: withdrawProjectAction,
              reopen: reopenProjectAction,
              archive: archiveProjectAction,
            }}
            locale={locale}
            project={own}
            viewer={viewer}
          />
          <RevisionPanel
            locale={locale}
            project={own}
            viewer={viewer}
            withdraw={withdrawRevisionAction}
          />
        </>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          {full ? (
            <ProjectBody
              locale={locale}
              project={{ ...full, originalLocale: teaser.originalLocale }}
              stale={teaser.stale}
            />
          ) : (
            <SignInInvitation about="project" locale={locale} next={`/projects/${slug}`} />
          )}
        </div>
        <div className="space-y-6">
          {own && viewer ? (
            <ProgressForm
              action={setProgressAction}
              locale={locale}
              project={own}
              viewer={viewer}
            />
          ) : null}
          {full ? <OwnerCard locale={locale} owner={full.owner} /> : null}
          <ProjectFacts full={full} locale={locale} teaser={teaser} />
        </div>
      </div>
    </>
  );
}
