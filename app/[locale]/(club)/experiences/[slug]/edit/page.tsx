import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CheckSection } from "@/components/entries/check-section";
import { editorEntry } from "@/components/entries/editor-entry";
import { EditorHead } from "@/components/entries/editor-head";
import { EditorStepper } from "@/components/entries/editor-stepper";
import { EntryField } from "@/components/entries/entry-field";
import { SectionForm } from "@/components/entries/section-form";
import { NamedTick } from "@/components/experiences/named-tick";
import { VisitorsRead } from "@/components/experiences/visitors-read";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { fieldsLike } from "@/lib/entries/description";
import { readStep } from "@/lib/entries/editor-steps";
import { listCompleteSections } from "@/lib/entries/missing-fields";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { canEditEntry, canEditRevision } from "@/lib/entries/policy";
import {
  saveExperienceAction,
  submitExperienceAction,
  submitRevisionAction,
} from "@/lib/experiences/actions";
import { listChecks } from "@/lib/experiences/checks.queries";
import { EXPERIENCE, EXPERIENCES, listGaps } from "@/lib/experiences/experience";
import { isTrustedAuthor } from "@/lib/experiences/trust.queries";

const NO_CHECKS = { telling: [], named: [] };

type EditPageProps = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "experiences");
  return { title: t("editor.title"), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireMember(locale, `/experiences/${slug}/edit`);
  const own = (await getOwnEntry(viewer, EXPERIENCES, slug, locale)) ?? notFound();
  const facts = { ...own, revision: own.revision?.state ?? null };
  if (!canEditEntry(viewer, own) && !canEditRevision(viewer, facts)) {
    redirect(path(locale, `/experiences/${slug}`));
  }
  const step = readStep(EXPERIENCE, (await searchParams).step);
  const entry = editorEntry(own);
  const isEdit = entry.revisionId !== null;
  const { telling, named } =
    step === "check" ? await listChecks(viewer, own, entry.content) : NO_CHECKS;
  const gaps = [...listGaps(entry.content), ...telling];
  const shared = { entry, locale, noun: EXPERIENCES };
  return (
    <>
      <EditorHead {...shared} own={own} />
      <div className="grid gap-8 lg:grid-cols-[15rem_1fr]">
        <EditorStepper
          complete={listCompleteSections(EXPERIENCE, entry.content, gaps)}
          current={step}
          locale={locale}
          noun={EXPERIENCES}
          slug={slug}
        />
        <div className="min-w-0">
          {step === "check" ? (
            <CheckSection
              {...shared}
              asked={<NamedTick locale={locale} names={named} />}
              gaps={gaps}
              isTrusted={own.moderation === "draft" && (await isTrustedAuthor(viewer))}
              live={isEdit ? own.content : null}
              submit={isEdit ? submitRevisionAction : submitExperienceAction}
            >
              <VisitorsRead content={entry.content} isTeased={own.isTeased} locale={locale} />
            </CheckSection>
          ) : (
            <SectionForm {...shared} action={saveExperienceAction} key={step} step={step}>
              {fieldsLike(EXPERIENCE, { section: step }).map((name) => (
                <EntryField {...shared} key={name} name={name} />
              ))}
            </SectionForm>
          )}
        </div>
      </div>
    </>
  );
}
