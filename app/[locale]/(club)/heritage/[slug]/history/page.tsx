import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryHistory } from "@/components/entries/entry-history";
import { requireAccount } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { getHistory } from "@/lib/entries/history.queries";
import { restoreVersionAction } from "@/lib/heritage/actions";
import { HERITAGE } from "@/lib/heritage/heritage";

type HistoryPageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "heritage");
  return { title: t("history.title"), robots: { index: false } };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/heritage/${slug}/history`);
  const history = (await getHistory(viewer, HERITAGE, slug)) ?? notFound();
  return (
    <EntryHistory
      history={history}
      locale={locale}
      noun={HERITAGE}
      restore={restoreVersionAction}
    />
  );
}
