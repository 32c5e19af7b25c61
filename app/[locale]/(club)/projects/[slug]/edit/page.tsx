import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ComponentType } from "react";
import { CheckSection } from "@/components/projects/check-section";
import {
  type EditorEntry,
  editorEntry,
  type ToldSectionProps,
} from "@/components/projects/editor-entry";
import { EditorHead } from "@/components/projects/editor-head";
import { EditorStepper } from "@/components/projects/editor-stepper";
import { EssentialsSection } from "@/components/projects/essentials-section";
import { PartnerSection } from "@/components/projects/partner-section";
import { PracticalSection } from "@/components/projects/practical-section";
import { SectionForm } from "@/components/projects/section-form";
import { similarCopy } from "@/components/projects/similar-copy";
import { SimilarProjects } from "@/components/projects/similar-projects";
import { TextSection } from "@/components/projects/text-section";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getSaying } from "@/lib/directory/crowd.queries";
import { canEditEntry, canEditRevision } from "@/lib/entries/policy";
import {
  saveProjectAction,
  submitProjectAction,
  submitRevisionAction,
} from "@/lib/projects/actions";
import { listCompleteSections } from "@/lib/projects/completeness";
import { type EditorSection, readStep } from "@/lib/projects/editor-steps";
import { listIdentities } from "@/lib/projects/identity.queries";
import { getOwnProject } from "@/lib/projects/owned.queries";
import { listSimilarProjects, type SimilarProject } from "@/lib/projects/similar.queries";

type EditPageProps = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SECTIONS: Record<EditorSection, ComponentType<ToldSectionProps>> = {
  essentials: EssentialsSection,
  text: TextSection,
  partner: PartnerSection,
  practical: PracticalSection,
};

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "projects");
  return { title: t("editor.title"), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireMember(locale, `/projects/${slug}/edit`);
  const project = (await getOwnProject(viewer, slug, locale)) ?? notFound();
  const facts = { ...project, revision: project.revision?.state ?? null };
  if (!canEditEntry(viewer, project) && !canEditRevision(viewer, facts)) {
    redirect(path(locale, `/projects/${slug}`));
  }
  const step = readStep((await searchParams).step);
  const entry = editorEntry(project);
  const isEdit = entry.revisionId !== null;
  const isTold = step === "check" || step === "practical";
  const saying = isTold ? await getSaying(viewer, entry.content) : null;
  return (
    <>
      <EditorHead entry={entry} locale={locale} project={project} />
      <div className="grid gap-8 lg:grid-cols-[15rem_1fr]">
        <EditorStepper
          current={step}
          complete={listCompleteSections(entry.content, today())}
          locale={locale}
          slug={slug}
        />
        <div className="min-w-0">
          {step === "check" ? (
            <CheckSection
              entry={entry}
              identified={await listIdentities(viewer, project, entry.content)}
              live={isEdit ? project.content : null}
              locale={locale}
              saying={saying}
              submit={isEdit ? submitRevisionAction : submitProjectAction}
            />
          ) : (
            <FormSection
              entry={entry}
              locale={locale}
              saying={saying}
              similar={step === "essentials" ? await findSimilar(viewer, entry, locale) : null}
              step={step}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** Compares what was last saved. */
function findSimilar(viewer: Viewer, { content, slug }: EditorEntry, locale: Locale) {
  const { title, teaser, sectors } = content;
  const text = [title, teaser].flatMap((one) => Object.values(one)).join(" ");
  return listSimilarProjects(viewer, { text, sectors, except: slug }, locale);
}

type FormSectionProps = ToldSectionProps & {
  step: EditorSection;
  /** Published projects that are close to what is written; null where it is not written. */
  similar: SimilarProject[] | null;
};

function FormSection({ entry, step, locale, saying, similar }: FormSectionProps) {
  const Section = SECTIONS[step];
  return (
    <SectionForm action={saveProjectAction} entry={entry} key={step} locale={locale} step={step}>
      <Section entry={entry} locale={locale} saying={saying} />
      {similar ? (
        <SimilarProjects
          copy={similarCopy(locale, entry.slug)}
          key={entry.version}
          start={similar}
        />
      ) : null}
    </SectionForm>
  );
}
