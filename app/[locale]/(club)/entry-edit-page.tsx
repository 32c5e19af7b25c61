import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ComponentProps, ReactNode } from "react";
import { CheckSection } from "@/components/entries/check-section";
import { type EditorEntry, editorEntry } from "@/components/entries/editor-entry";
import { EditorHead } from "@/components/entries/editor-head";
import { EditorStepper } from "@/components/entries/editor-stepper";
import { EntryField } from "@/components/entries/entry-field";
import { SectionForm } from "@/components/entries/section-form";
import { requireActor } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";
import { fieldsLike } from "@/lib/entries/description";
import { readStep } from "@/lib/entries/editor-steps";
import { type Gap, listCompleteSections } from "@/lib/entries/missing-fields";
import { type ContentIn, type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { getOwnEntry, type OwnOf } from "@/lib/entries/own.queries";
import { canEditEntry, canEditRevision, canPublishForClub } from "@/lib/entries/policy";

export type EditPageProps = PageProps<"slug">;

export const editMetadata =
  (noun: Noun) =>
  async ({ params }: Pick<EditPageProps, "params">): Promise<Metadata> => ({
    title: nounWords(noun, await pageLocale(params))("editor.title"),
    robots: { index: false },
  });

/** What a kind adds to the last step of its editor. */
type Checks = Partial<
  Pick<ComponentProps<typeof CheckSection>, "gaps" | "isTrusted" | "asked" | "children">
>;

type Edited<Of extends Noun> = {
  viewer: Viewer;
  own: OwnOf<Of>;
  entry: EditorEntry<ContentIn<Of>>;
  locale: Locale;
};

type Props<Of extends Noun> = EditPageProps & {
  noun: Of;
  actions: Record<"save" | "submit" | "submitRevision", FormAction>;
  listGaps: (content: ContentIn<Of>) => Gap[];
  check?: (edited: Edited<Of>) => Promise<Checks>;
  /** What stands below the fields of a section. */
  below?: Record<string, ReactNode>;
  /** What stands right under some fields. */
  under?: Record<string, (content: ContentIn<Of>, locale: Locale) => ReactNode>;
  /** Who may come here at all. */
  enter?: (locale: Locale, page: string) => Promise<Viewer>;
};

/** One's own entry, or an edit of it, section by section; the last step only looks back. */
export async function EditPage<Of extends Noun>(props: Props<Of>) {
  const { params, searchParams, noun, actions, listGaps, check, below } = props;
  const { enter = requireActor, under = {} } = props;
  const locale = await pageLocale(params);
  const { slug } = await params;
  const page = pageOf({ entryKind: noun.kind, slug });
  const viewer = await enter(locale, `${page}/edit`);
  const own = (await getOwnEntry(viewer, noun, slug, locale)) ?? notFound();
  const facts = { ...own, revision: own.revision?.state ?? null };
  const isEditable = canEditEntry(viewer, own) || canEditRevision(viewer, facts);
  if (!isEditable || own.slug !== slug) {
    redirect(path(locale, pageOf({ entryKind: noun.kind, slug: own.slug })));
  }
  const step = readStep(noun.fields, (await searchParams).step);
  const entry = editorEntry(own);
  const isEdit = entry.revisionId !== null;
  const checks = step === "check" ? await check?.({ viewer, own, entry, locale }) : undefined;
  const gaps = [...listGaps(entry.content), ...(checks?.gaps ?? [])];
  const isForClub = canPublishForClub(viewer, own);
  const shared = { entry, locale, noun };
  return (
    <>
      <EditorHead {...shared} isForClub={isForClub} own={own} />
      <div className="grid gap-8 lg:grid-cols-[15rem_1fr]">
        <EditorStepper
          complete={listCompleteSections(noun.fields, entry.content, gaps)}
          current={step}
          locale={locale}
          noun={noun}
          slug={slug}
        />
        <div className="min-w-0">
          {step === "check" ? (
            <CheckSection
              {...shared}
              {...checks}
              gaps={gaps}
              isForClub={isForClub}
              live={isEdit ? own.content : null}
              submit={isEdit ? actions.submitRevision : actions.submit}
            />
          ) : (
            <SectionForm {...shared} action={actions.save} key={step} step={step}>
              {fieldsLike(noun.fields, { section: step }).map((name) => (
                <div className="space-y-1.5" key={name}>
                  <EntryField {...shared} name={name} />
                  {under[name]?.(entry.content, locale)}
                </div>
              ))}
              {below?.[step]}
            </SectionForm>
          )}
        </div>
      </div>
    </>
  );
}
