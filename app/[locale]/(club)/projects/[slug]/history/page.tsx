import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryHistory } from "@/components/entries/entry-history";
import { requireAccount } from "@/lib/core/auth/viewer";
import { formatDay } from "@/lib/core/dates";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { getHistory } from "@/lib/entries/history.queries";
import { restoreVersionAction } from "@/lib/projects/actions";
import { PROJECTS, type ProjectContent } from "@/lib/projects/project";

type HistoryPageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "projects");
  return { title: t("history.title"), robots: { index: false } };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/projects/${slug}/history`);
  const history = (await getHistory(viewer, PROJECTS, slug)) ?? notFound();
  const { deadline } = history.entry;
  const since = (content: ProjectContent) =>
    deadline && deadline !== content.deadline
      ? getTranslator(locale, "projects")("history.deadlineMoved", {
          day: formatDay(deadline, locale),
        })
      : null;
  return (
    <EntryHistory
      history={history}
      locale={locale}
      noun={PROJECTS}
      restore={restoreVersionAction}
      since={since}
    />
  );
}
