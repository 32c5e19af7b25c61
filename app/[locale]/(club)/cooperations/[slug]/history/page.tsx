import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryHistory } from "@/components/entries/entry-history";
import { restoreVersionAction } from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { requireAccount } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { getHistory } from "@/lib/entries/history.queries";

type HistoryPageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "cooperations");
  return { title: t("history.title"), robots: { index: false } };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/cooperations/${slug}/history`);
  const history = (await getHistory(viewer, COOPERATIONS, slug)) ?? notFound();
  return (
    <EntryHistory
      history={history}
      locale={locale}
      noun={COOPERATIONS}
      restore={restoreVersionAction}
    />
  );
}
