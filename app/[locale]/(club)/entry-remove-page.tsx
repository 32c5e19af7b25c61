import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackToEntry } from "@/components/entries/back-to-entry";
import { DraftRemovalForm } from "@/components/entries/draft-removal-form";
import { EntryTitle } from "@/components/entries/entry-title";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { canEraseDraft } from "@/lib/entries/policy";

export type RemovePageProps = { params: Promise<{ locale: string; slug: string }> };

/** Of a kind that has no words for it, no draft is deleted by whoever keeps it. */
function wordsOf(noun: Noun, locale: Locale) {
  const say = nounWords(noun, locale);
  return say.has("remove.title") ? say : notFound();
}

export const removeMetadata =
  (noun: Noun) =>
  async ({ params }: RemovePageProps): Promise<Metadata> => ({
    title: wordsOf(noun, await pageLocale(params))("remove.title"),
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
  const say = wordsOf(noun, locale);
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
