import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { DraftRemovalForm } from "@/components/entries/draft-removal-form";
import { EntryTitle } from "@/components/entries/entry-title";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import type { FormAction } from "@/lib/core/form-state";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { removalWords } from "@/lib/entries/noun-words";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { canEraseDraft } from "@/lib/entries/policy";

export type RemovePageProps = PageProps<"slug">;

export const removeMetadata =
  (noun: Noun) =>
  async ({ params }: RemovePageProps): Promise<Metadata> => ({
    title: (removalWords(noun, await pageLocale(params)) ?? notFound())("remove.title"),
    robots: { index: false },
  });

/** What follows first; the button only with a tick. */
export async function RemovePage({
  params,
  noun,
  action,
}: RemovePageProps & { noun: Noun; action: FormAction }) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const say = removalWords(noun, locale) ?? notFound();
  const page = pageOf({ entryKind: noun.kind, slug });
  const viewer = await requireActor(locale, `${page}/remove`);
  const own = (await getOwnEntry(viewer, noun, slug, locale)) ?? notFound();
  if (!canEraseDraft(viewer, { ...own, wasHandedIn: wasHandedIn(own) })) notFound();
  return (
    <>
      <PageHeader
        before={<BackToEntry locale={locale} noun={noun} slug={slug} />}
        lead={<EntryTitle entry={own.content} locale={locale} noun={noun} />}
        title={say("remove.title")}
      />
      <DraftRemovalForm action={action} locale={locale} noun={noun} own={own} />
    </>
  );
}
