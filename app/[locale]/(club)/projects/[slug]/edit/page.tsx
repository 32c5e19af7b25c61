import { notFound, redirect } from "next/navigation";
import type { ComponentType } from "react";
import { CheckSection } from "@/components/entries/check-section";
import { type EditorEntry, editorEntry } from "@/components/entries/editor-entry";
import { EditorHead } from "@/components/entries/editor-head";
import { EditorStepper } from "@/components/entries/editor-stepper";
import { SectionForm } from "@/components/entries/section-form";
import { EssentialsSection } from "@/components/projects/essentials-section";
import { PartnerSection } from "@/components/projects/partner-section";
import { PracticalSection } from "@/components/projects/practical-section";
import type { ToldSectionProps } from "@/components/projects/section-props";
import { SettingsSection } from "@/components/projects/settings-section";
import { similarCopy } from "@/components/projects/similar-copy";
import { SimilarProjects } from "@/components/projects/similar-projects";
import { TextSection } from "@/components/projects/text-section";
import { requireActor } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { path } from "@/lib/core/paths";
import { getSaying } from "@/lib/directory/crowd.queries";
import { readStep } from "@/lib/entries/editor-steps";
import { listCompleteSections } from "@/lib/entries/missing-fields";
import { canEditEntry, canEditRevision } from "@/lib/entries/policy";
import {
  saveProjectAction,
  submitProjectAction,
  submitRevisionAction,
} from "@/lib/projects/actions";
import { identityGaps, listGaps } from "@/lib/projects/completeness";
import { listIdentities } from "@/lib/projects/identity.queries";
import { getOwnProject } from "@/lib/projects/owned.queries";
import { PROJECT, PROJECTS, type ProjectContent } from "@/lib/projects/project";
import { listSimilarProjects } from "@/lib/projects/similar.queries";

const SECTIONS: Record<string, ComponentType<ToldSectionProps>> = {
  essentials: EssentialsSection,
  text: TextSection,
  partner: PartnerSection,
  practical: PracticalSection,
};

export const generateMetadata = titled("projects", "editor.title");

export default async function EditPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireActor(locale, `/projects/${slug}/edit`);
  const project = (await getOwnProject(viewer, slug, locale)) ?? notFound();
  const facts = { ...project, revision: project.revision?.state ?? null };
  const isEditable = canEditEntry(viewer, project) || canEditRevision(viewer, facts);
  if (!isEditable || project.slug !== slug) {
    redirect(path(locale, `/projects/${project.slug}`));
  }
  const step = readStep(PROJECT, (await searchParams).step);
  const entry = editorEntry(project);
  const isEdit = entry.revisionId !== null;
  const isTold = step === "check" || step === "practical";
  const saying = isTold ? await getSaying(viewer, entry.content) : null;
  const gaps = listGaps(entry.content, today());
  const Section = SECTIONS[step];
  return (
    <>
      <EditorHead entry={entry} locale={locale} noun={PROJECTS} own={project} />
      <div className="grid gap-8 lg:grid-cols-[15rem_1fr]">
        <EditorStepper
          current={step}
          complete={listCompleteSections(PROJECT, entry.content, gaps)}
          locale={locale}
          noun={PROJECTS}
          slug={slug}
        />
        <div className="min-w-0">
          {Section ? (
            <SectionForm
              action={saveProjectAction}
              entry={entry}
              key={step}
              locale={locale}
              noun={PROJECTS}
              step={step}
            >
              <Section entry={entry} locale={locale} saying={saying} />
              {step === "essentials" ? (
                <SimilarProjects
                  copy={similarCopy(locale, slug)}
                  key={entry.version}
                  start={await findSimilar(viewer, entry, locale)}
                />
              ) : null}
            </SectionForm>
          ) : (
            <CheckSection
              entry={entry}
              gaps={[
                ...gaps,
                ...identityGaps(await listIdentities(viewer, project, entry.content)),
              ]}
              live={isEdit ? project.content : null}
              locale={locale}
              noun={PROJECTS}
              submit={isEdit ? submitRevisionAction : submitProjectAction}
            >
              <SettingsSection
                chosen={entry.content}
                isEdit={isEdit}
                locale={locale}
                saying={saying}
                settings={isEdit ? project.content : entry.content}
                slug={slug}
              />
            </CheckSection>
          )}
        </div>
      </div>
    </>
  );
}

/** Compares what was last saved. */
function findSimilar(
  viewer: Viewer,
  { content, slug }: EditorEntry<ProjectContent>,
  locale: Locale,
) {
  const { title, teaser, sectors } = content;
  const text = [title, teaser].flatMap((one) => Object.values(one)).join(" ");
  return listSimilarProjects(viewer, { text, sectors, except: slug }, locale);
}
