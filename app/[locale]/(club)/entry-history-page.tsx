import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryHistory } from "@/components/entries/entry-history";
import { requireAccount } from "@/lib/core/auth/viewer";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getHistory } from "@/lib/entries/history.queries";
import { type ContentIn, type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";

export type HistoryPageProps = PageProps<"slug">;

export const historyMetadata =
  (noun: Noun) =>
  async ({ params }: HistoryPageProps): Promise<Metadata> => ({
    title: nounWords(noun, await pageLocale(params))("history.title"),
    robots: { index: false },
  });

type Read<Of extends Noun> = NonNullable<Awaited<ReturnType<typeof getHistory<Of>>>>;

type Props<Of extends Noun> = HistoryPageProps & {
  noun: Of;
  restore: FormAction;
  /** What a version does not say of today's entry; null for nothing. */
  since?: (entry: Read<Of>["entry"], content: ContentIn<Of>, locale: Locale) => string | null;
};

/** Every version of an entry, for whoever may read them. */
export async function HistoryPage<Of extends Noun>({ params, noun, restore, since }: Props<Of>) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const page = pageOf({ entryKind: noun.kind, slug });
  const viewer = await requireAccount(locale, `${page}/history`);
  const history = (await getHistory(viewer, noun, slug)) ?? notFound();
  return (
    <EntryHistory<ContentIn<Of>>
      history={history}
      locale={locale}
      noun={noun}
      restore={restore}
      since={since && ((content) => since(history.entry, content, locale))}
    />
  );
}
