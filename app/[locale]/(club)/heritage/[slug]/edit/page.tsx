import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CheckSection } from "@/components/entries/check-section";
import { editorEntry } from "@/components/entries/editor-entry";
import { EditorHead } from "@/components/entries/editor-head";
import { EditorStepper } from "@/components/entries/editor-stepper";
import { EntryField } from "@/components/entries/entry-field";
import { SectionForm } from "@/components/entries/section-form";
import { requireAccount } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { fieldsLike } from "@/lib/entries/description";
import { readStep } from "@/lib/entries/editor-steps";
import { listCompleteSections } from "@/lib/entries/missing-fields";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { canEditEntry, canEditRevision } from "@/lib/entries/policy";
import {
  saveHeritageAction,
  submitHeritageAction,
  submitRevisionAction,
} from "@/lib/heritage/actions";
import { HERITAGE, HERITAGE_ITEM, listGaps } from "@/lib/heritage/heritage";

type EditPageProps = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "heritage");
  return { title: t("editor.title"), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/heritage/${slug}/edit`);
  const own = (await getOwnEntry(viewer, HERITAGE, slug, locale)) ?? notFound();
  const facts = { ...own, revision: own.revision?.state ?? null };
  if (!canEditEntry(viewer, own) && !canEditRevision(viewer, facts)) {
    redirect(path(locale, `/heritage/${slug}`));
  }
  const step = readStep(HERITAGE_ITEM, (await searchParams).step);
  const entry = editorEntry(own);
  const isEdit = entry.revisionId !== null;
  const gaps = listGaps(entry.content);
  const shared = { entry, locale, noun: HERITAGE };
  return (
    <>
      <EditorHead {...shared} own={own} />
      <div className="grid gap-8 lg:grid-cols-[15rem_1fr]">
        <EditorStepper
          complete={listCompleteSections(HERITAGE_ITEM, entry.content, gaps)}
          current={step}
          locale={locale}
          noun={HERITAGE}
          slug={slug}
        />
        <div className="min-w-0">
          {step === "check" ? (
            <CheckSection
              {...shared}
              gaps={gaps}
              isForClub
              live={isEdit ? own.content : null}
              submit={isEdit ? submitRevisionAction : submitHeritageAction}
            />
          ) : (
            <SectionForm {...shared} action={saveHeritageAction} key={step} step={step}>
              {fieldsLike(HERITAGE_ITEM, { section: step }).map((name) => (
                <EntryField {...shared} key={name} name={name} />
              ))}
            </SectionForm>
          )}
        </div>
      </div>
    </>
  );
}
